import { manifestDashboardAbsent } from "../../../../policy-pack/policies/manifest/manifest-dashboard-absent";
import { testPolicy, UNKNOWN } from "../../policy-tester";

const document = `apiVersion: apps/v1
kind: Deployment
metadata: { name: ui }
spec:
  template:
    spec:
      containers:
        - name: ui
          image: kubernetesui/dashboard:v2.7.0
`;
const sources = [
    "https://raw.githubusercontent.com/kubernetes/dashboard/v2.7.0/aio/deploy/recommended.yaml",
    "https://raw.githubusercontent.com/kubernetes-retired/dashboard/master/recommended.yaml",
    "manifests/kubernetes-dashboard.yaml",
    "./kubernetes_dashboard/*.yaml",
];

function manifest(kind: string, props: object) {
    return { type: `kubernetes:${kind}`, props };
}

testPolicy(manifestDashboardAbsent, {
    compliant: {
        "another file": manifest("yaml/v2:ConfigFile", { file: "manifests/app.yaml" }),
        "a dashboard of something else": manifest("yaml/v2:ConfigFile", { file: "grafana/dashboard.yaml" }),
        "another document": manifest("yaml/v2:ConfigGroup", { yaml: document.replace("kubernetesui", "grafana") }),
        "an empty text": manifest("yaml/v2:ConfigGroup", { yaml: "" }),
    },
    violating: {
        ...Object.fromEntries(
            sources.map((file) => [
                `file ${file}`,
                {
                    ...manifest("yaml:ConfigFile", { file }),
                    message: `\`file\` is \`${file}\`, a manifest of the Kubernetes dashboard; set it to another manifest.`,
                },
            ]),
        ),
        "a URL with credentials, which are not printed": {
            ...manifest("yaml:ConfigFile", { file: "https://u:hunter2@host/kubernetes-dashboard.yaml?token=hunter2" }),
            message:
                "`file` is `https://host/kubernetes-dashboard.yaml`, a manifest of the Kubernetes dashboard; set it to another manifest.",
        },
        "one of several files": {
            ...manifest("yaml:ConfigGroup", { files: ["app.yaml", "kubernetes-dashboard.yaml"] }),
            message:
                "`files[1]` is `kubernetes-dashboard.yaml`, a manifest of the Kubernetes dashboard; set it to another manifest.",
        },
        "a kustomize directory": {
            ...manifest("kustomize/v2:Directory", { directory: "https://github.com/kubernetes/dashboard/tree/v2.7.0" }),
            message:
                "`directory` is `https://github.com/kubernetes/dashboard/tree/v2.7.0`, a manifest of the Kubernetes dashboard; set it to another manifest.",
        },
        "the second document of a text": {
            ...manifest("yaml/v2:ConfigGroup", { yaml: `kind: Namespace\n---\n${document}` }),
            message:
                "`yaml` is a document with image `kubernetesui/dashboard:v2.7.0` of the Kubernetes dashboard; set it to another document.",
        },
        "one of several texts": {
            ...manifest("yaml:ConfigGroup", { yaml: ["kind: Namespace", document] }),
            message:
                "`yaml[1]` is a document with image `kubernetesui/dashboard:v2.7.0` of the Kubernetes dashboard; set it to another document.",
        },
        "an object": {
            ...manifest("yaml/v2:ConfigGroup", {
                objs: [{ kind: "Pod", spec: { containers: [{ image: "kubernetesui/dashboard" }] } }],
            }),
            message:
                "`objs[0]` is a document with image `kubernetesui/dashboard` of the Kubernetes dashboard; set it to another document.",
        },
    },
    undetermined: {
        "unknown files and texts: both are named": {
            ...manifest("yaml/v2:ConfigGroup", { files: [UNKNOWN], yaml: UNKNOWN }),
            undetermined: ["`files[0]` is not known before the update", "`yaml` is not known before the update"],
        },
        "a text that is too long": {
            ...manifest("yaml/v2:ConfigGroup", { yaml: `# ${" ".repeat(2_000_000)}` }),
            undetermined: ["`yaml` is too long to be read by a policy"],
        },
        "a text that is no YAML, which is not printed": {
            ...manifest("yaml/v2:ConfigGroup", { yaml: "password: 'hunter2" }),
            undetermined: ["`yaml` is neither YAML nor JSON"],
        },
    },
});
