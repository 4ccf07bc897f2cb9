import CircuitFormats
import EllipticCurves
import FiniteFields
import Groth16
import VerifierContracts

typealias F = BN254.ScalarField

/// Keys of many values without a circuit: multiples of generators.
enum SampleKey {
    static func file(
        _ ranges: [PublicInputRanges.Run], isDevelopment: Bool = true, annotations: [String: String] = [:]
    ) -> VerifyingKeyFile<BN254> {
        let ranges = PublicInputRanges(ranges)
        return VerifyingKeyFile(
            key(inputCount: ranges.count, isDevelopment: isDevelopment), ranges: ranges,
            annotations: annotations)
    }

    static func key(inputCount: Int, isDevelopment: Bool = true) -> VerifyingKey<BN254> {
        var points: [AffinePoint<BN254.G1>] = []
        var point = BN254.G1.generator + BN254.G1.generator
        for _ in 0...inputCount {
            points.append(point.affine)
            point = point + BN254.G1.generator
        }
        return VerifyingKey(
            alpha1: BN254.G1.generator, beta2: g2(3), gamma2: BN254.G2.generator, delta2: g2(5),
            inputPoints: points, isDevelopment: isDevelopment)
    }

    static func g2(_ scalar: Int) -> AffinePoint<BN254.G2> {
        BN254.G2.generator.multiplied(by: F(scalar)).affine
    }

    /// Ten signed values as logits have them, and an image.
    static var image: VerifyingKeyFile<BN254> {
        file(
            (0..<10).map { .init(count: 1, range: -1000...Int128(2000 + $0)) } + [
                .init(count: 784, range: 0...255)
            ])
    }
}

extension VerifierContract {
    /// A contract for a key whose maker is not asked who he is.
    static func allowing(
        _ file: VerifyingKeyFile<BN254>, placement: PointPlacement? = nil
    ) throws(ContractError) -> VerifierContract {
        try VerifierContract(file, placement: placement, allowingDevelopmentKey: true)
    }

    func sourceLines(_ language: ContractLanguage) -> [Substring] {
        source(in: language).split(separator: "\n", omittingEmptySubsequences: false)
    }
}

/// Two digits for each byte.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
