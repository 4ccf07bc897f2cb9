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
    /// Returns the bytes of the file; the same key and alignment always give the same.
    ///
    /// - Parameter alignment: see `encode(alignment:to:)`.
    public func encoded(alignment: Int = 1) -> [UInt8] {
        var bytes: [UInt8] = []
        encode(alignment: alignment) { bytes.append(contentsOf: $0) }
        return bytes
    }

    /// Hands the bytes of the file to `sink`, piece after piece, without making a copy of the key.
    ///
    /// The coefficients of a file that was read lazily are handed on as they are.
    ///
    /// - Parameter alignment: points begin at multiples of it, counted from the beginning of the file. 1 gives
    ///   the bytes that snarkjs writes. More puts a section of padding before each of the six that hold points:
    ///   type 0x00646170, as many zeros as it takes. With 64, no point of BN254's G1 in a mapped file lies
    ///   across two cache lines, which sums notice.
    /// - Precondition: `alignment` is positive.
    public func encode<Failure>(
        alignment: Int = 1, to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        precondition(alignment > 0, "an alignment is positive")
        // The number of sections stands first, so it must not depend on where the others end.
        var file = SectionedFileWriter(
            magic: "zkey", version: 1, sectionCount: alignment == 1 ? 10 : 10 + 6)
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
        let inputPoints = PointArray(key.verifyingKey.inputPoints)
        try file.addSection(ZKeySection.inputPoints, inputPoints, alignment, to: sink)
        try addCoefficients(to: &file, sink)
        try file.addSection(ZKeySection.a, key.a, alignment, to: sink)
        try file.addSection(ZKeySection.b1, key.b1, alignment, to: sink)
        try file.addSection(ZKeySection.b2, key.b2, alignment, to: sink)
        try file.addSection(ZKeySection.c, key.c, alignment, to: sink)
        try file.addSection(ZKeySection.h, key.h, alignment, to: sink)
        file.addSection(ZKeySection.contributions) { section in
            section.write(circuitHash)
            section.write(count: contributions.count)
            for contribution in contributions { contribution.write(to: &section) }
        }
        try file.drain(to: sink)
    }

    private func addCoefficients<Failure>(
        to file: inout SectionedFileWriter, _ sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        switch coefficients {
        case .section(let bytes):
            file.addSection(ZKeySection.coefficients, byteCount: bytes.count)
            try file.drain(to: sink)
            defer { withExtendedLifetime(bytes) {} }
            try sink(bytes.memory)
        case .matrices(let a, let b):
            let count = a.termCount + b.termCount + key.publicCount + 1
            file.addSection(
                ZKeySection.coefficients,
                byteCount: 4 + count * ZKeyCoefficients<Curve.ScalarField>.entrySize)
            try file.drain(to: sink)
            var piece = ByteWriter()
            piece.write(count: count)
            // About a megabyte at a time.
            for start in stride(from: 0, to: a.rowCount, by: 4096) {
                write([a, b], rows: start..<min(a.rowCount, start + 4096), to: &piece)
                try piece.drain(to: sink)
            }
            for wire in 0...key.publicCount {
                piece.write(matrix: 0, row: key.constraintCount + wire, wire: UInt32(wire))
                piece.write(Curve.ScalarField.montgomerySquare)
            }
            try piece.drain(to: sink)
        }
    }

    /// Values are multiplied by R², so that a Montgomery product with a canonical value gives Montgomery form.
    @specialized(where Curve == BN254)
    @specialized(where Curve == BLS12381)
    private func write(
        _ matrices: [SparseMatrix<Curve.ScalarField>], rows: Range<Int>, to section: inout ByteWriter
    ) {
        let factor = Curve.ScalarField.montgomerySquare
        for row in rows {
            for (number, matrix) in matrices.enumerated() {
                for index in matrix.rowStarts[row]..<matrix.rowStarts[row + 1] {
                    section.write(matrix: number, row: row, wire: matrix.wires[index])
                    section.write(matrix.coefficients[index] * factor)
                }
            }
        }
    }
}

extension ByteWriter {
    fileprivate mutating func write(matrix: Int, row: Int, wire: UInt32) {
        write(count: matrix)
        write(count: row)
        write(wire)
    }
}

extension SectionedFileWriter {
    /// Adds a section of points at a multiple of `alignment`; they go straight to `sink`.
    fileprivate mutating func addSection<Curve, Failure>(
        _ type: UInt32, _ points: PointArray<Curve>, _ alignment: Int,
        to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        if alignment > 1 { addPadding(toMultipleOf: alignment) }
        try addSection(type, points, to: sink)
    }
}

extension PrimeField {
    /// R² for R = 2^(64 · words).
    static var montgomerySquare: Self { Self(2).power(UInt64(2 * 64 * wordCount)) }
}
