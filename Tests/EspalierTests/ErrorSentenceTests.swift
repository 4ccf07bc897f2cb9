import Espalier
import Testing

@Suite struct ErrorSentenceTests {
    static let decodingCodes: [FormatError.Code] = [
        .truncated, .trailingBytes, .wrongMagic, .unsupportedVersion, .duplicateSection, .missingSection,
        .wrongLength, .wrongField, .unsupportedProtocol, .notCanonical, .notOnCurve, .notInSubgroup,
        .outOfRange, .inconsistent, .tooLarge, .malformedJSON, .missingKey,
    ]
    static let keyCodes: [KeyError.Code] = [
        .deltaIsGamma, .deltaIsGenerator, .infinity, .notOnCurve, .notInSubgroup, .developmentKey,
        .wrongRangeCount,
    ]
    static let fileCodes: [FileError.Code] = [
        .notFound, .isDirectory, .notRegular, .empty, .notReadable(reason: "r"), .notWritable(reason: "r"),
        .tooLarge(limit: 1 << 20), .malformed(reason: "r"), .invalidProof(reason: "r"),
        .mismatch(reason: "r"),
    ]

    @Test(arguments: decodingCodes) func codesOfFormatsAreWords(code: FormatError.Code) throws {
        try expectWords(FormatError(code, "proof.point"))
    }

    @Test(arguments: keyCodes) func codesOfKeysAreWords(code: KeyError.Code) throws {
        try expectWords(KeyError(code, ""))
    }

    @Test(arguments: fileCodes) func sentencesNameTheFile(code: FileError.Code) throws {
        let error = FileError(code, path: "some.file")
        try expectWords(error)
        #expect(error.description.hasPrefix("some.file"))
    }

    @Test func theRestIsWords() throws {
        try expectWords(ProvingError.sizesDiffer)
        try expectWords(ProvingError.constantIsNotOne)
        try expectWords(ProvingError.unsatisfied(constraint: 3))
        try expectWords(ProvingError.nothingProved)
        try expectWords(ProvingError.invalidCoefficient(at: 3))
        try expectWords(VerifierError.modelMissing)
        try expectWords(VerifierError.circuitUnknown)
        try expectWords(ProvingError.invalidPoint(InvalidPoint(.notOnCurve, at: 17), of: .b2))
        try expectWords(ProvingError.invalidPoint(InvalidPoint(.notCanonical, at: 0), of: .h))
        try expectWords(SetupError.tooManyConstraints(limit: 100))
        try expectWords(SetupError.wireOutOfRange)
        try expectWords(CompileError.windowTooWide(region: "layer"))
        try expectWords(InputError.outOfRange(index: 3, bits: 8))
        try expectWords(StatementError.wrongCount(expected: 3, found: 2))
        try expectWords(DemonstrationError.accepted(attack: "x"))
        try expectWords(ReproductionError.ambiguous(circuit: "x", wire: "y"))
        try expectWords(NetworkError(.notFinite, at: "layer"))
        try expectWords(QuantizationError.network(NetworkError(.noData, at: "images")))
    }

    @Test func aCircuitThatFailsItsAuditIsABug() throws {
        let system = RankOneConstraintSystem<BN254.ScalarField>(
            publicOutputCount: 1, publicInputCount: 0, wireCount: 2, constraints: [])
        let error = #expect(throws: AuditError.self) {
            try DeterminismAudit(system).run().demandDeterminism()
        }
        let text = ErrorSentence(try #require(error))?.text
        #expect(text?.contains("output[0]") == true && text?.contains("bug") == true)
    }

    @Test func aStrangersErrorHasNoSentence() {
        struct Stranger: Error {}
        #expect(ErrorSentence(Stranger()) == nil)
    }

    @Test func aNameCannotBreakTheLine() {
        let text = ErrorSentence(FileError(.notFound, path: "a\n\u{1B}[31mb"))?.text
        #expect(text == "a  [31mb: there is no such file")
    }

    @Test func errorsWithoutAFileGetOne() {
        let error = #expect(throws: FileError.self) {
            try FileError.naming("x.onnx") { throw CompileError.windowTooWide(region: "layer1") }
        }
        #expect(error?.path == "x.onnx")
        #expect(throws: FileError(.notFound, path: "y")) {
            try FileError.naming("x.onnx") { throw FileError(.notFound, path: "y") }
        }
    }

    /// One line, no identifier in camel case, no full stop at its end.
    private func expectWords(
        _ error: any Error, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let text = try #require(ErrorSentence(error)?.text, sourceLocation: sourceLocation)
        let identifiers = text.split(whereSeparator: { !$0.isLetter }).filter { word in
            word.first?.isLowercase == true && word.contains(where: \.isUppercase)
        }
        #expect(identifiers.isEmpty, sourceLocation: sourceLocation)
        #expect(!text.contains("\n") && !text.hasSuffix("."), sourceLocation: sourceLocation)
        #expect(text.count > 8, sourceLocation: sourceLocation)
    }
}
