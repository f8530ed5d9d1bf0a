import { type PropertyMap, type PropertyValue, isMap, sameValue } from "./property";

/**
 * The inputs, changed in those places where the cloud's answer has changed. Much of an answer is what the service itself
 * filled in, and must not turn into an input; so only what is different now is taken over.
 */
export function applyDrift(inputs: PropertyMap, before: PropertyMap, after: PropertyMap): PropertyMap {
    const result = { ...inputs };
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
        const [old, value, input] = [before[name], after[name], inputs[name]];
        if (sameValue(old, value)) continue;
        if (value === undefined) Reflect.deleteProperty(result, name);
        else result[name] = input === undefined || old === undefined ? value : driftedValue(input, old, value);
    }
    return result;
}

function driftedValue(input: PropertyValue, old: PropertyValue, value: PropertyValue): PropertyValue {
    if (sameValue(old, value)) return input;
    if (isMap(input) && isMap(old) && isMap(value)) return applyDrift(input, old, value);
    if (Array.isArray(input) && Array.isArray(old) && Array.isArray(value)) {
        return value.map((item, index) => {
            const [given, was] = [input[index], old[index]];
            return given === undefined || was === undefined ? item : driftedValue(given, was, item);
        });
    }
    return value;
}
