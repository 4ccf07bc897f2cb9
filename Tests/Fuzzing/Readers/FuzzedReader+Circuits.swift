import CircuitFormats
import ConstraintSystem
import EllipticCurves
import Groth16

/// iden3's binary files, and snarkjs's texts.
extension FuzzedReader {
    static let r1cs = FuzzedReader(
        "r1cs",
        samples: {
            try SampleFiles.both {
                $0.r1cs
            } or: {
                $0.r1cs
            }
        }
    ) {
        try R1CSFile<BN254.ScalarField>(decoding: $0).encoded()
    } or: {
        try R1CSFile<BLS12381.ScalarField>(decoding: $0).encoded()
    }

    static let witness = FuzzedReader(
        "wtns",
        samples: {
            try SampleFiles.both {
                $0.wtns
            } or: {
                $0.wtns
            }
        }
    ) {
        try WitnessFile.encode(WitnessFile.decode($0, as: BN254.ScalarField.self))
    } or: {
        try WitnessFile.encode(WitnessFile.decode($0, as: BLS12381.ScalarField.self))
    }

    static let provingKey = FuzzedReader(
        "zkey",
        samples: {
            try SampleFiles.both {
                $0.zkey
            } or: {
                $0.zkey
            }
        }
    ) {
        try ZKeyFile<BN254>(decoding: $0).encoded()
    } or: {
        try ZKeyFile<BLS12381>(decoding: $0).encoded()
    }

    /// Read as provers do, with sections of padding, and then checked.
    static let lazyProvingKey = FuzzedReader(
        "zkey-lazy",
        samples: {
            try SampleFiles.both {
                $0.alignedZkey
            } or: {
                $0.alignedZkey
            }
        }
    ) {
        try lazily($0, on: BN254.self)
    } or: {
        try lazily($0, on: BLS12381.self)
    }

    private static func lazily<Curve: InterchangeCurve>(
        _ bytes: [UInt8], on curve: Curve.Type
    ) throws -> [UInt8] {
        let file = try ZKeyFile<Curve>(lazilyDecoding: FileBytes(bytes))
        _ = try file.matrices()
        try file.validate()
        return file.encoded(alignment: 64)
    }

    static let verifyingKey = FuzzedReader(
        "vkey",
        samples: {
            try SampleFiles.both {
                $0.vkey
            } or: {
                $0.vkey
            }
        }
    ) {
        try verifyingKey($0, on: BN254.self)
    } or: {
        try verifyingKey($0, on: BLS12381.self)
    }

    private static func verifyingKey<Curve: InterchangeCurve>(
        _ bytes: [UInt8], on curve: Curve.Type
    ) throws -> [UInt8] {
        let file = try VerifyingKeyFile<Curve>(decoding: bytes)
        // Whether it may be used is another question; it must be answered.
        if file.hidden == nil {
            _ = try? file.prepared(allowingDevelopmentKey: true)
        } else {
            _ = try? file.committedCircuit(circuitHash: Fingerprint(hashing: bytes))
        }
        return file.encoded()
    }

    static let proof = FuzzedReader(
        "proof",
        samples: {
            try SampleFiles.both {
                $0.proof
            } or: {
                $0.proof
            }
        }
    ) {
        try ProofFile.encode(ProofFile.decode($0, on: BN254.self))
    } or: {
        try ProofFile.encode(ProofFile.decode($0, on: BLS12381.self))
    }

    static let publicInputs = FuzzedReader(
        "public",
        samples: {
            try SampleFiles.both {
                $0.publicInputs
            } or: {
                $0.publicInputs
            }
        }
    ) {
        try PublicInputsFile.encode(PublicInputsFile.decode($0, as: BN254.ScalarField.self))
    } or: {
        try PublicInputsFile.encode(PublicInputsFile.decode($0, as: BLS12381.ScalarField.self))
    }
}
