import Espalier

/// Networks and arrays, and what is beside a circuit.
extension FuzzedReader {
    static let floatNetwork = FuzzedReader("onnx", samples: { [try SampleNetwork.network.onnx()] }) {
        let network = try Network(onnx: $0)
        _ = try? network.validate()
        return try network.onnx()
    }

    static let integerNetwork = FuzzedReader(
        "onnx-integer", samples: { [try SampleModels.bn254.get().network.onnx()] }
    ) {
        let network = try IntegerNetwork(onnx: $0)
        _ = try? network.validate()
        return try network.onnx()
    }

    static let array = FuzzedReader(
        "npy",
        samples: {
            [
                NumPyArray(shape: [2, 3], elements: .uint8([0, 1, 2, 253, 254, 255])).npy(),
                NumPyArray(shape: [2], elements: .float64([0.5, -1e300])).npy(),
                NumPyArray(shape: [1, 1, 1], elements: .int32([-7])).npy(),
            ]
        }, rewrite: { try NumPyArray(npy: $0).npy() })

    /// By itself; in the file of a circuit its hash must be that of the circuit.
    static let circuitDescription = FuzzedReader(
        "circuit-description",
        samples: {
            try SampleModels.both {
                $0.descriptions
            } or: {
                $0.descriptions
            }
        }
    ) { bytes in
        try ScratchFile.with(bytes) { try CircuitDescription(contentsOf: $0).encoded }
    }

    /// A key as a client takes it, with what it says of the network.
    static let verifier = FuzzedReader(
        "verifier",
        samples: {
            try SampleModels.both {
                $0.keys
            } or: {
                $0.keys
            }
        }
    ) {
        try verifier($0, on: BN254.self)
    } or: {
        try verifier($0, on: BLS12381.self)
    }

    private static func verifier<Curve: InterchangeCurve>(
        _ bytes: [UInt8], on curve: Curve.Type
    ) throws -> [UInt8] {
        try ScratchFile.with(bytes) { path in
            let file = try VerifyingKeyFile<Curve>(contentsOf: path)
            _ = try? NetworkVerifier<Curve>(file, from: path, allowingDevelopmentKey: true)
            return file.encoded()
        }
    }
}
