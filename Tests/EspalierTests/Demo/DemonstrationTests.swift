import Espalier
import Testing

@Suite struct DemonstrationTests {
    /// From images to refused attacks, on a network that is as small as it gets.
    @Test(arguments: CurveName.allCases) func endsWithAProofOnEveryCurve(curve: CurveName) throws {
        let directory = try ScratchDirectory()
        var options = Demonstration.Options()
        options.dataset = DrawnDigits.name
        options.curve = curve
        options.directory = directory.path
        options.hidden = [4]
        options.training.epochs = 1
        options.sparsities = [0]
        options.checkedImages = 10
        let proof = try #require(try Demonstration(options).run().proof)
        #expect(proof.circuit == "0 % pruned, one-shot, weights embedded, \(curve)")
        #expect(proof.refusals.count == 7)
        for name in ["shallownet-0-one-shot.r1cs", "shallownet-0-one-shot.zkey", "proof.json"] {
            #expect(CurveName(statedBy: directory(name)) == curve)
        }
    }
}
