import Espalier
import Foundation
import Testing

@Suite struct InspectionTests {
    let small: SmallPipeline

    init() throws { small = try SmallPipeline.shared.get() }

    @Test(arguments: [
        ("small.onnx", "float network"), ("small.int.onnx", "integer network"), ("small.r1cs", "circuit"),
        ("small.circuit.json", "description of a circuit"), ("small.zkey", "Groth16 proving key"),
        ("small.vkey.json", "Groth16 verifying key"), ("proof.json", "Groth16 proof"),
        ("public.json", "public values"), ("image.pgm", "grey image"),
    ])
    func saysWhatAFileIs(name: String, kind: String) throws {
        let inspection = try Inspection(of: small.directory(name))
        #expect(inspection.kind.hasPrefix(kind))
        #expect(inspection.bytes == (try ArtifactFile.size(of: small.directory(name))))
        #expect(!inspection.facts.isEmpty)
        #expect(inspection.text().contains(name))
    }

    @Test func anIntegerNetworkCostsWhatItsCircuitsCost() throws {
        let costs = try Inspection(of: small.directory("small.int.onnx")).costs
        #expect(costs.map(\.options.weights) == [.embedded, .committed, .private])
        #expect(costs[0].constraints == small.circuit.circuit.constraintCount)
        for cost in costs.dropFirst() {
            let hidden = try small.integerNetwork.compiled(CompileOptions(weights: cost.options.weights))
            #expect(cost.constraints == hidden.circuit.constraintCount)
        }
        for cost in costs {
            #expect(cost.regions.reduce(0) { $0 + $1.constraints } == cost.constraints)
        }
    }

    @Test func aCircuitHasItsCostsFromItsDescription() throws {
        let inspection = try Inspection(of: small.file.path)
        #expect(inspection.costs.map(\.regions) == [small.file.description.regions])
    }

    @Test func aLonelyCircuitSaysThatItsRegionsAreUnknown() throws {
        let directory = try ScratchDirectory()
        let path = try directory.write(try ArtifactFile.read(small.file.path), "lonely.r1cs")
        let inspection = try Inspection(of: path)
        #expect(inspection.costs.isEmpty)
        #expect(inspection.facts.contains { $0.name == "regions" && $0.value.hasPrefix("unknown") })
    }

    /// Loading a key leaves its points unread; inspecting it does not.
    @Test(arguments: [0, 1]) func aKeyIsCheckedFully(point: Int) throws {
        var bytes = try ArtifactFile.read(small.directory("small.zkey"))
        // Behind H come the hash of the circuit, the number of contributions, and the header of both.
        let end = bytes.count - 12 - 64 - 4
        bytes[end - 64 * (1 + point) + 3] ^= 1
        let directory = try ScratchDirectory()
        let path = try directory.write(bytes, "changed.zkey")
        let domain = small.key.domainSize
        let error = #expect(throws: FileError.self) { try Inspection(of: path) }
        #expect(error.map { "\($0)" }?.contains("zkey.h[\(domain - 1 - point)]") == true)
    }

    @Test func survivesJSON() throws {
        let inspection = try Inspection(of: small.directory("small.int.onnx"))
        let data = try JSONEncoder().encode(inspection)
        #expect(try JSONDecoder().decode(Inspection.self, from: data) == inspection)
    }

    @Test(arguments: ["", "x", "{", "[]x", "{}", "r1cs", "wtns", "zkey", "P5", "\u{0}\u{0}\u{8}"])
    func refusesWhatItDoesNotKnow(contents: String) throws {
        let directory = try ScratchDirectory()
        let path = try directory.write(contents.utf8, "strange")
        #expect(throws: FileError.self) { try Inspection(of: path) }
    }
}
