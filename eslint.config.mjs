import tseslint from "typescript-eslint";

/** The direction of imports (docs/architecture.md): one entry for each folder that may not import everything. */
function mayNotImport(files, patterns) {
    return {
        files,
        rules: {
            "no-restricted-imports": [
                "error",
                {
                    patterns: patterns.map(([group, message, allowTypeImports]) => ({
                        group,
                        message,
                        ...(allowTypeImports ? { allowTypeImports } : {}),
                    })),
                },
            ],
        },
    };
}

const azureNativeRoot = [
    ["@pulumi/azure-native", "!@pulumi/azure-native/"],
    "Import a sub-module such as @pulumi/azure-native/network/index.js: the root costs every type check 785 MB.",
];

export default tseslint.config(
    { ignores: ["**/dist/**", "**/node_modules/**", ".sandbox/**", ".stryker-tmp/**"] },
    ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ["**/*.ts"] })),
    {
        files: ["**/*.ts"],
        languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
        rules: {
            "@typescript-eslint/no-explicit-any": "error",
            "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
            "@typescript-eslint/consistent-type-imports": "error",
            // A resource is registered by constructing it: its name is often not needed.
            "no-new": "off",
            eqeqeq: "error",
        },
    },
    {
        files: ["tests/**/*.ts"],
        rules: { "@typescript-eslint/no-floating-promises": "off", "@typescript-eslint/no-unused-expressions": "off" },
    },
    mayNotImport(
        ["components/**/*.ts", "index.ts"],
        [
            [
                ["**/policy-pack/**", "aksguard-policy-pack"],
                "Components and policy pack share no code, only the contract test.",
            ],
            [
                ["**/stacks/**", "**/sandbox/**", "**/scripts/**", "**/tests/**"],
                "The library imports nothing that it does not publish.",
            ],
            azureNativeRoot,
        ],
    ),
    mayNotImport(
        ["stacks/**/*.ts", "examples/**/*.ts"],
        [
            [
                ["**/policy-pack/**", "**/sandbox/**", "**/scripts/**", "**/tests/**"],
                "A program imports components and providers.",
            ],
            azureNativeRoot,
        ],
    ),
    mayNotImport(
        ["sandbox/**/*.ts"],
        [
            [
                ["**/components/**", "**/policy-pack/**", "**/stacks/**", "**/scripts/**", "**/tests/**"],
                "The sandbox knows nothing of ours: it stands in for Azure.",
            ],
        ],
    ),
    mayNotImport(
        ["policy-pack/**/*.ts"],
        [
            [
                ["**/components/**", "**/stacks/**", "**/sandbox/**", "**/scripts/**", "**/tests/**"],
                "The pack stands alone in its folder.",
            ],
            [
                ["@pulumi/azure-native", "@pulumi/azure-native/**", "@pulumi/kubernetes", "@pulumi/kubernetes/**"],
                "The pack carries no provider SDK.",
                true,
            ],
        ],
    ),
    mayNotImport(
        ["policy-pack/policies/*/*.ts"],
        [
            [
                ["**/components/**", "**/stacks/**", "**/sandbox/**", "**/scripts/**", "**/tests/**"],
                "The pack stands alone in its folder.",
            ],
            [
                ["./*", "../cluster/*", "../workload/*", "../*/*", "!../../*/*", "!../../*"],
                "One policy never imports another: share by policy-pack/resources or policy-pack/policy.",
            ],
        ],
    ),
);
