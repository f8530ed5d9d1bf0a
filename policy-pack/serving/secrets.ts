import { printed } from "../message";

/** A message as it comes from the engine, as far as secrets are looked for in it. */
export interface Struct {
    getFieldsMap(): { get(name: string): Value | undefined; forEach(visit: (value: Value) => void): void };
}

interface Value {
    getStringValue(): string;
    getStructValue(): Struct | undefined;
    getListValue(): { getValuesList(): Value[] } | undefined;
}

/** How the engine marks a secret. https://www.pulumi.com/docs/iac/concepts/secrets/ */
const signatureName = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/** Shorter texts are everywhere: to hide them would hide the message. */
const shortest = 4;

/** Secrets of the stack, as texts: the SDK hands them to policies like any other value. */
export class Secrets {
    private readonly texts = new Set<string>();

    /** Keeps the secrets of a message. */
    keep(struct: Struct): void {
        const fields = struct.getFieldsMap();
        const isSecret = fields.get(signatureName)?.getStringValue() === secretSignature;
        fields.forEach((value) => {
            this.visit(value, isSecret);
        });
    }

    /** The text without any secret. */
    hide(text: string): string {
        let hidden = text;
        for (const secret of this.texts) hidden = hidden.replaceAll(secret, "[secret]");
        return hidden;
    }

    private visit(value: Value, isSecret: boolean): void {
        const [struct, list, text] = [value.getStructValue(), value.getListValue(), value.getStringValue()];
        if (struct !== undefined) {
            if (isSecret)
                struct.getFieldsMap().forEach((inner) => {
                    this.visit(inner, true);
                });
            else this.keep(struct);
        } else if (list !== undefined) {
            for (const element of list.getValuesList()) this.visit(element, isSecret);
        } else if (isSecret && text.length >= shortest && text !== secretSignature) {
            // Messages cut what is long, and have no control characters.
            this.texts.add(text).add(printed(text));
        }
    }
}

/** The secrets that this process has seen. */
export const secrets = new Secrets();
