import CircuitFormats
import EllipticCurves
import FiniteFields

extension Inspection {
    /// A list of public values does not say its curve. A negative integer stands in it as a number near the
    /// modulus, so it is read on the curve on which all values are small integers, if there is one.
    static func publicValues(_ bytes: [UInt8], _ path: String) throws -> Inspection {
        let integers = CurveName.allCases.lazy.compactMap { smallIntegers(bytes, on: $0.curve) }.first
        // No other field is larger, so that values of all are read.
        let texts =
            try integers?.map(String.init)
            ?? PublicInputsFile.decode(bytes, as: BLS12381.ScalarField.self).map(\.description)
        return Inspection(
            file: path, kind: "public values of a proof", bytes: bytes.count,
            facts: [
                Fact("values", texts.count),
                Fact("first of them", texts.prefix(10).joined(separator: ", ")),
            ])
    }

    /// The values, or nil if they are not all small integers in the curve's field.
    private static func smallIntegers<Curve: InterchangeCurve>(
        _ bytes: [UInt8], on curve: Curve.Type
    ) -> [Int128]? {
        guard let values = try? PublicInputsFile.decode(bytes, as: Curve.ScalarField.self) else { return nil }
        let integers = values.compactMap(\.signedInteger)
        return integers.count == values.count ? integers : nil
    }
}
