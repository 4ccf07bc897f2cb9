import EllipticCurves
import Groth16

extension VerifyingKeyFile {
    /// The greatest length that the reader takes: about 200,000 public inputs.
    public static var byteLimit: Int { 1 << 26 }

    /// Reads a file, by snarkjs or by Espalier. The redundant vk_alphabeta_12 is not read. A key that does
    /// not say how it was made counts as a development key.
    ///
    /// - Throws: `FormatError`; all points are checked to be in their group. What makes a key unsafe all
    ///   the same, such as γ = δ, is found by `prepared()`.
    public init(decoding bytes: [UInt8]) throws(FormatError) {
        let contents = try JSONText.decode(
            VerifyingKeyContents.self, from: bytes, limit: Self.byteLimit, path: "vk")
        try Curve.check(protocolName: contents.protocol, curveName: contents.curve, "vk")
        guard contents.nPublic >= 0, contents.IC.count - 1 == contents.nPublic else {
            throw FormatError(.inconsistent, "vk.nPublic")
        }
        var inputPoints: [AffinePoint<Curve.G1>] = []
        inputPoints.reserveCapacity(contents.IC.count)
        for (index, point) in contents.IC.enumerated() {
            inputPoints.append(try Curve.g1(point, "vk.IC[\(index)]"))
        }
        key = VerifyingKey(
            alpha1: try Curve.g1(contents.vk_alpha_1, "vk.vk_alpha_1"),
            beta2: try Curve.g2(contents.vk_beta_2, "vk.vk_beta_2"),
            gamma2: try Curve.g2(contents.vk_gamma_2, "vk.vk_gamma_2"),
            delta2: try Curve.g2(contents.vk_delta_2, "vk.vk_delta_2"), inputPoints: inputPoints,
            isDevelopment: contents.espalier?.development ?? true)
        annotations = contents.espalier?.annotations ?? [:]
        hidden = try contents.espalier?.hidden.map { hidden throws(FormatError) in
            try hidden.wires(instanceCount: contents.nPublic)
        }
        if let runs = contents.espalier?.publicInputs {
            ranges = try Self.ranges(
                runs, count: hidden?.known.count ?? contents.nPublic, "vk.espalier.publicInputs")
        }
        modelInputRanges = PublicInputRanges()
        if let runs = contents.espalier?.modelInputs {
            // How many there are says nothing else of the key.
            let count = runs.reduce(0) { Int(clamping: Int128($0) + Int128(max(0, $1.count))) }
            modelInputRanges = try Self.ranges(runs, count: count, "vk.espalier.modelInputs")
        }
    }

    private static func ranges(
        _ runs: [VerifyingKeyContents.Run], count: Int, _ list: String
    ) throws(FormatError) -> PublicInputRanges {
        var ranges = PublicInputRanges()
        var remaining = count
        for (index, run) in runs.enumerated() {
            let path = "\(list)[\(index)]"
            guard (0...remaining).contains(run.count) else { throw FormatError(.inconsistent, path) }
            guard let minimum = Int128(run.minimum), let maximum = Int128(run.maximum),
                minimum.description == run.minimum, maximum.description == run.maximum
            else { throw FormatError(.notCanonical, path) }
            guard minimum <= maximum else { throw FormatError(.outOfRange, path) }
            ranges.append(.init(count: run.count, range: minimum...maximum))
            remaining -= run.count
        }
        guard remaining == 0 else { throw FormatError(.inconsistent, list) }
        return ranges
    }

    /// Returns the bytes of the file.
    public func encoded() -> [UInt8] {
        let modelInputs = VerifyingKeyContents.runs(modelInputRanges)
        return JSONText.encode(
            VerifyingKeyContents(
                protocol: "groth16", curve: Curve.snarkjsName, nPublic: key.publicCount,
                vk_alpha_1: Curve.text(key.alpha1), vk_beta_2: Curve.text(key.beta2),
                vk_gamma_2: Curve.text(key.gamma2), vk_delta_2: Curve.text(key.delta2),
                vk_alphabeta_12: Curve.text(Curve.pairing(key.alpha1, key.beta2)),
                IC: key.inputPoints.map(Curve.text),
                espalier: .init(
                    development: key.isDevelopment, publicInputs: ranges.map(VerifyingKeyContents.runs),
                    hidden: hidden.map(VerifyingKeyContents.Hidden.init),
                    modelInputs: modelInputs.isEmpty ? nil : modelInputs,
                    annotations: annotations.isEmpty ? nil : annotations)))
    }
}

/// The file as JSON.
private struct VerifyingKeyContents: Codable {
    var `protocol`: String?
    var curve: String?
    var nPublic: Int
    var vk_alpha_1: [String]
    var vk_beta_2: [[String]]
    var vk_gamma_2: [[String]]
    var vk_delta_2: [[String]]
    /// Written for snarkjs; computed anew by whoever reads.
    var vk_alphabeta_12: [[[String]]]?
    var IC: [[String]]
    var espalier: Extension?

    struct Extension: Codable {
        var development: Bool
        var publicInputs: [Run]?
        var hidden: Hidden?
        var modelInputs: [Run]?
        var annotations: [String: String]?
    }

    /// How many of the last public inputs are hidden, and what they are; the very last one is the mask.
    struct Hidden: Codable {
        var outputs: Int
        var inputs: Int
        var accumulators: Int
        var committed: Int
    }

    struct Run: Codable {
        var count: Int
        var minimum: String
        var maximum: String
    }
}

extension VerifyingKeyContents {
    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        `protocol` = try values.decodeIfPresent(String.self, forKey: .protocol)
        curve = try values.decodeIfPresent(String.self, forKey: .curve)
        nPublic = try values.decode(Int.self, forKey: .nPublic)
        vk_alpha_1 = try values.decode([String].self, forKey: .vk_alpha_1)
        vk_beta_2 = try values.decode([[String]].self, forKey: .vk_beta_2)
        vk_gamma_2 = try values.decode([[String]].self, forKey: .vk_gamma_2)
        vk_delta_2 = try values.decode([[String]].self, forKey: .vk_delta_2)
        IC = try values.decode([[String]].self, forKey: .IC)
        espalier = try values.decodeIfPresent(Extension.self, forKey: .espalier)
    }
}

extension VerifyingKeyContents {
    static func runs(_ ranges: PublicInputRanges) -> [Run] {
        ranges.runs.map { run in
            Run(
                count: run.count, minimum: run.range.lowerBound.description,
                maximum: run.range.upperBound.description)
        }
    }
}

extension VerifyingKeyContents.Hidden {
    init(_ wires: HiddenWires) {
        outputs = wires.outputCount
        inputs = wires.inputs.count
        accumulators = wires.accumulators.count
        committed = wires.committed.count
    }

    func wires(instanceCount: Int) throws(FormatError) -> HiddenWires {
        let path = "vk.espalier.hidden"
        let counts = [inputs, accumulators, committed, 1]
        guard ([outputs] + counts).allSatisfy({ (0...instanceCount).contains($0) }),
            outputs + counts.reduce(0, +) <= instanceCount
        else { throw FormatError(.inconsistent, path) }
        var end = instanceCount + 1 - counts.reduce(0, +)
        var ranges: [[Int]] = []
        for count in counts {
            ranges.append(Array(end..<end + count))
            end += count
        }
        do {
            return try HiddenWires(
                instanceCount: instanceCount, outputCount: outputs, accumulators: ranges[1],
                committed: ranges[2], inputs: ranges[0], mask: ranges[3][0])
        } catch { throw FormatError(.inconsistent, path) }
    }
}
