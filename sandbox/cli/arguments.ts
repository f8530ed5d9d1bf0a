/** What a pulumi command line says about the program and the stack that it concerns. */
export interface PulumiArguments {
    /** The words of the command, such as ["stack", "export"]. */
    readonly command: readonly string[];
    /** -C, --cwd */
    readonly cwd: string | undefined;
    /** -s, --stack */
    readonly stack: string | undefined;
    /** --config-file: then the user has chosen a file, and it is not ours to replace. */
    readonly configFile: string | undefined;
    readonly help: boolean;
}

/** Flags that take a value in the next argument; the others stand alone, or carry it after "=". */
const flagsWithValue = new Set(
    (
        "--cwd -C --stack -s --config-file --color --verbose -v --profiling --tracing --memprofilerate --otel-traces " +
        "--message -m --parallel -p --policy-pack --policy-pack-config --target -t --target-replace --replace --exclude " +
        "--config -c --config-path --event-log --save-plan --plan --refresh --suppress-stream-logs --type --file --import-file " +
        "--backend --secrets-provider --copy-config-from --description --name --template --dir --language --out -o --version"
    ).split(" "),
);

/** These take an optional value, which must follow "=". */
const optionalValue = new Set(["--refresh", "--suppress-stream-logs"]);

/** Reads the arguments as far as the sandbox needs them; everything is passed to the engine unchanged. */
export function parsePulumiArguments(args: readonly string[]): PulumiArguments {
    const command: string[] = [];
    const values = new Map<string, string>();
    let help = false;
    for (let index = 0; index < args.length; index++) {
        const argument = args[index] ?? "";
        if (argument === "--") break;
        if (!argument.startsWith("-") || argument === "-") {
            command.push(argument);
            continue;
        }
        if (argument === "--help" || argument === "-h") help = true;
        const assignment = /^(--[\w-]+)=(.*)$/s.exec(argument);
        if (assignment?.[1] !== undefined) values.set(assignment[1], assignment[2] ?? "");
        else if (/^-[Cs].+/.test(argument)) values.set(argument.slice(0, 2), argument.slice(2).replace(/^=/, ""));
        else if (flagsWithValue.has(argument) && !optionalValue.has(argument))
            values.set(argument, args[++index] ?? "");
    }
    return {
        command,
        cwd: values.get("--cwd") ?? values.get("-C"),
        stack: values.get("--stack") ?? values.get("-s"),
        configFile: values.get("--config-file"),
        help,
    };
}
