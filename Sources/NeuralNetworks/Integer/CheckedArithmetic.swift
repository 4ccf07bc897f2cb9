/// Sums and products that stay inside ±2^125, a quarter of what `Int128` holds; `nil` beyond.
enum CheckedArithmetic {
    static let limit: Int128 = 1 << 125

    @inline(__always)
    static func sum(_ a: Int128, _ b: Int128) -> Int128? {
        let (result, overflow) = a.addingReportingOverflow(b)
        return overflow ? nil : inside(result)
    }

    @inline(__always)
    static func product(_ a: Int128, _ b: Int128) -> Int128? {
        let (result, overflow) = a.multipliedReportingOverflow(by: b)
        return overflow ? nil : inside(result)
    }

    @inline(__always)
    static func inside(_ value: Int128) -> Int128? { value >= -limit && value <= limit ? value : nil }
}
