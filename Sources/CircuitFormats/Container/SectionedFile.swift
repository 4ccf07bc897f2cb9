/// iden3's binary container, which .r1cs, .wtns, .zkey and .ptau files share.
///
/// Magic (4 bytes), version (u32), number of sections (u32), and per section its type (u32), its length
/// (u64) and its body. Sections may come in any order; those of unknown types are skipped.
struct SectionedFile {
    /// The type of sections that only move the next body to where it is to begin; "pad" in a dump, and far from
    /// the numbers that iden3 assigns. Written as zeros and never read; the one type that may come repeatedly.
    static let paddingType: UInt32 = 0x0064_6170

    private let sections: [UInt32: FileBytes]
    private let name: String

    /// Finds the sections of a file; reads none of them.
    ///
    /// - Parameters:
    ///   - magic: the first four characters.
    ///   - name: begins the path of every error.
    init(
        decoding bytes: FileBytes, magic: StaticString, version: UInt32, name: String
    ) throws(FormatError) {
        var reader = ByteReader(bytes, path: name)
        guard try reader.take(4).elementsEqual(magic.bytes) else { throw FormatError(.wrongMagic, name) }
        guard try reader.readUInt32() == version else { throw FormatError(.unsupportedVersion, name) }
        let count = try reader.readUInt32()
        var sections: [UInt32: FileBytes] = [:]
        for _ in 0..<count {
            let type = try reader.readUInt32()
            guard let length = Int(exactly: try reader.readUInt64()) else {
                throw FormatError(.truncated, name)
            }
            let body = try reader.take(length)
            if type == Self.paddingType { continue }
            guard sections.updateValue(body, forKey: type) == nil else {
                throw FormatError(.duplicateSection, "\(name).section[\(type)]")
            }
        }
        try reader.expectEnd()
        self.sections = sections
        self.name = name
    }

    func hasSection(_ type: UInt32) -> Bool { sections[type] != nil }

    /// Returns a reader of the section of this type.
    func section(_ type: UInt32, _ sectionName: String) throws(FormatError) -> ByteReader {
        let path = "\(name).\(sectionName)"
        guard let body = sections[type] else { throw FormatError(.missingSection, path) }
        return ByteReader(body, path: path)
    }
}

/// Writes the container.
struct SectionedFileWriter {
    private var file = ByteWriter()
    private var missing: Int
    /// Where the next section begins.
    private var end = 12

    init(magic: StaticString, version: UInt32, sectionCount: Int) {
        file.write(magic.bytes)
        file.write(version)
        file.write(count: sectionCount)
        missing = sectionCount
    }

    /// Adds a section.
    mutating func addSection(_ type: UInt32, _ write: (inout ByteWriter) -> Void) {
        var section = ByteWriter()
        write(&section)
        addSection(type, byteCount: section.bytes.count)
        file.write(section.bytes)
    }

    /// Begins a section whose bytes the caller brings, after those that `drain` hands on.
    mutating func addSection(_ type: UInt32, byteCount: Int) {
        precondition(missing > 0, "as many sections as announced")
        missing -= 1
        end += 12 + byteCount
        file.write(type)
        file.write(UInt64(byteCount))
    }

    /// Adds a section of padding, so that the body of the next section begins at a multiple of `alignment`.
    mutating func addPadding(toMultipleOf alignment: Int) {
        let body = end + 2 * 12
        let count = (alignment - body % alignment) % alignment
        addSection(SectionedFile.paddingType) { $0.write(repeatElement(0, count: count)) }
    }

    /// Hands on what has been written so far, and forgets it.
    mutating func drain<Failure>(
        to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        try file.drain(to: sink)
    }

    /// Returns the file, of which nothing has been handed on.
    func encoded() -> [UInt8] {
        precondition(missing == 0, "as many sections as announced")
        return file.bytes
    }
}

extension StaticString {
    fileprivate var bytes: [UInt8] { withUTF8Buffer { Array($0) } }
}
