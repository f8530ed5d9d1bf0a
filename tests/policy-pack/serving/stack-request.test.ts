import assert from "node:assert/strict";

import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

import { clusterAuditLogsSent } from "../../../policy-pack/policies/cluster/cluster-audit-logs-sent";
import { clusterMaintenanceWindowsSet } from "../../../policy-pack/policies/cluster/cluster-maintenance-windows-set";
import { withRecordedInputs } from "../../../policy-pack/serving/recorded-inputs";
import { keepStackRequest } from "../../../policy-pack/serving/stack-request";
import { analyzeStack, urnOf, verdictOf } from "../sdk-server";

/** A stack of one cluster, as it arrives. */
function bytesOf(name: string): Buffer {
    const type = "azure-native:containerservice:ManagedCluster";
    const resource = new analyzer.AnalyzerResource();
    resource.setType(type);
    resource.setName(name);
    resource.setUrn(urnOf({ type, name }));
    resource.setProperties(Struct.fromJavaScript({}));
    resource.setOptions(new analyzer.AnalyzerResourceOptions());
    const request = new analyzer.AnalyzeStackRequest();
    request.addResources(resource);
    return Buffer.from(request.serializeBinary());
}

describe("the request for a stack", () => {
    const original = AnalyzerService.analyzeStack.requestDeserialize;
    before(keepStackRequest);
    after(() => {
        AnalyzerService.analyzeStack.requestDeserialize = original;
    });

    it("is read by the SDK for the first stack policy only, and every one judges it, each time", async () => {
        const policies = [clusterMaintenanceWindowsSet, clusterAuditLogsSent];
        const { policies: pack } = withRecordedInputs(policies);
        for (const name of ["prod", "prod", "test"]) {
            const request = AnalyzerService.analyzeStack.requestDeserialize(bytesOf(name));
            const response = await analyzeStack(request, pack);
            const urn = urnOf({ type: "azure-native:containerservice:ManagedCluster", name });
            assert.deepEqual(
                policies.map((policy) => verdictOf(policy, response, urn).violations.length),
                [2, 1],
            );
            assert.deepEqual(
                request.getResourcesList(),
                [],
                "the SDK keeps another list: it reads the stack each time",
            );
        }
    });
});
