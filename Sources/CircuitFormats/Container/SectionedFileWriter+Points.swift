import EllipticCurves

extension SectionedFileWriter {
    /// Adds a section of points; they go straight to `sink`.
    mutating func addSection<Curve, Failure>(
        _ type: UInt32, _ points: PointArray<Curve>, to sink: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        addSection(type, byteCount: points.count * PointArray<Curve>.pointSize)
        try drain(to: sink)
        try points.withUnsafeBytes(sink)
    }
}
