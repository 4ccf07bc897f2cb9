import ConstraintSystem
import EllipticCurves
import FiniteFields

/// The numbers of the sections.
enum ZKeySection {
    static let protocolName: UInt32 = 1
    static let header: UInt32 = 2
    static let inputPoints: UInt32 = 3
    static let coefficients: UInt32 = 4
    static let a: UInt32 = 5
    static let b1: UInt32 = 6
    static let b2: UInt32 = 7
    static let c: UInt32 = 8
    static let h: UInt32 = 9
    static let contributions: UInt32 = 10
}

extension ZKeyFile {
    /// Returns the bytes of the file; the same key always gives the same.
    public func encoded() -> [UInt8] {
        var file = SectionedFileWriter(magic: "zkey", version: 1)
        file.addSection(ZKeySection.protocolName) { $0.write(count: 1) }
        file.addSection(ZKeySection.header) { header in
            header.write(fieldOf: Curve.G1.BaseField.self)
            header.write(fieldOf: Curve.ScalarField.self)
            header.write(count: key.wireCount)
            header.write(count: key.publicCount)
            header.write(count: key.domainSize)
            header.write(key.verifyingKey.alpha1)
            header.write(key.beta1)
            header.write(key.verifyingKey.beta2)
            header.write(key.verifyingKey.gamma2)
            header.write(key.delta1)
            header.write(key.verifyingKey.delta2)
        }
        file.addSection(ZKeySection.inputPoints) { $0.write(key.verifyingKey.inputPoints) }
        file.addSection(ZKeySection.coefficients) { writeCoefficients(to: &$0) }
        file.addSection(ZKeySection.a) { $0.write(key.a) }
        file.addSection(ZKeySection.b1) { $0.write(key.b1) }
        file.addSection(ZKeySection.b2) { $0.write(key.b2) }
        file.addSection(ZKeySection.c) { $0.write(key.c) }
        file.addSection(ZKeySection.h) { $0.write(key.h) }
        file.addSection(ZKeySection.contributions) { section in
            section.write(circuitHash)
            section.write(count: contributions.count)
            for contribution in contributions { contribution.write(to: &section) }
        }
        return file.encoded()
    }

    /// Values are multiplied by R², so that a Montgomery product with a canonical value gives Montgomery form.
    @specialized(where Curve == BN254)
    private func writeCoefficients(to section: inout ByteWriter) {
        let factor = Curve.ScalarField.montgomerySquare
        section.write(count: a.termCount + b.termCount + key.publicCount + 1)
        for row in 0..<key.constraintCount {
            for (matrix, rows) in [a, b].enumerated() {
                for index in rows.rowStarts[row]..<rows.rowStarts[row + 1] {
                    section.write(count: matrix)
                    section.write(count: row)
                    section.write(rows.wires[index])
                    section.write(rows.coefficients[index] * factor)
                }
            }
        }
        for wire in 0...key.publicCount {
            section.write(count: 0)
            section.write(count: key.constraintCount + wire)
            section.write(count: wire)
            section.write(factor)
        }
    }
}

extension PrimeField {
    /// R² for R = 2^(64 · words).
    static var montgomerySquare: Self { Self(2).power(UInt64(2 * 64 * wordCount)) }
}
