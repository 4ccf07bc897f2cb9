import FiniteFields

extension InterchangeCurve {
    /// Returns whether an .r1cs, .wtns, .zkey or .ptau file says in its header that it is about this curve.
    ///
    /// Nothing else is read or checked, so that the bytes may be those of a large file that is mapped.
    ///
    /// - Complexity: O(1); the header is looked for among the first 64 sections.
    public static func isStated<Bytes: RandomAccessCollection<UInt8>>(in file: Bytes) -> Bool {
        guard let modulus = StatedModulus(of: file)?.bytes else { return false }
        return modulus.elementsEqual(ScalarField.modulusBytes)
            || modulus.elementsEqual(G1.BaseField.modulusBytes)
    }
}

/// The prime with which the header of one of iden3's binary files begins: that of the scalars in circuits and
/// witnesses, that of the coordinates in keys and powers of tau.
private struct StatedModulus<Bytes: RandomAccessCollection<UInt8>> {
    let bytes: Bytes.SubSequence

    /// Nil where there is none.
    init?(of file: Bytes) {
        let magic = String(decoding: file.prefix(4), as: UTF8.self)
        guard let header = ["r1cs": 1, "wtns": 1, "zkey": 2, "ptau": 1][magic] as UInt64? else { return nil }
        // Magic, version, number of sections; then for each its type, its length and its body.
        var rest = file.dropFirst(12)
        for _ in 0..<64 {
            guard let type = rest.littleEndian(at: 0, byteCount: 4),
                let length = rest.littleEndian(at: 4, byteCount: 8).flatMap(Int.init(exactly:))
            else { return nil }
            let body = rest.dropFirst(12)
            guard type == header else {
                rest = body.dropFirst(length)
                continue
            }
            guard let size = body.littleEndian(at: 0, byteCount: 4), size <= 64 else { return nil }
            bytes = body.dropFirst(4).prefix(Int(size))
            return
        }
        return nil
    }
}

extension RandomAccessCollection<UInt8> {
    /// Returns the unsigned integer at an offset, or nil where the bytes end before it.
    fileprivate func littleEndian(at offset: Int, byteCount: Int) -> UInt64? {
        let bytes = dropFirst(offset).prefix(byteCount)
        guard bytes.count == byteCount else { return nil }
        return bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
