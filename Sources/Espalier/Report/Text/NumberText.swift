/// Numbers as people read them; the same in pages, tables and on the terminal, whatever the locale.
package enum NumberText {
    /// The number with commas between thousands: `363,736`.
    package static func grouped(_ number: some BinaryInteger) -> String {
        let digits = String(number.magnitude)
        var text = number < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return text
    }

    /// The number rounded to so many decimals, commas between thousands; a dash if it is not finite.
    package static func fixed(_ number: Double, decimals: Int) -> String {
        precondition((0...9).contains(decimals), "0 … 9 decimals")
        var power: Int64 = 1
        for _ in 0..<decimals { power *= 10 }
        let scaled = (number.magnitude * Double(power)).rounded()
        guard scaled < 0x1p63 else { return "–" }
        let (whole, fraction) = Int64(scaled).quotientAndRemainder(dividingBy: power)
        let sign = number < 0 && scaled > 0 ? "−" : ""
        guard decimals > 0 else { return sign + grouped(whole) }
        let digits = String(fraction)
        return sign + grouped(whole) + "." + String(repeating: "0", count: decimals - digits.count) + digits
    }

    /// A share of correct answers, 0 … 1, with the two decimals that 10,000 images have: `97.65 %`.
    package static func accuracy(_ share: Double) -> String {
        fixed(share * 100, decimals: 2) + " %"
    }

    /// A share as a percentage with as many decimals as it needs, at most two: `90 %`, `99.5 %`.
    package static func sparsity(_ share: Double) -> String {
        plainPercentage(share) + " %"
    }

    /// The same without the sign.
    package static func plainPercentage(_ share: Double) -> String {
        var text = fixed(share * 100, decimals: 2)
        while text.contains("."), text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text
    }

    /// `part / whole` as a percentage, with as many decimals as it takes (one to four) to tell it from 0 % and
    /// 100 %; a dash if `whole` is 0.
    package static func ratio(_ part: Int, of whole: Int) -> String {
        guard whole != 0 else { return "–" }
        let percentage = Double(part) / Double(whole) * 100
        var decimals = 1
        while decimals < 4, part != whole, part != 0 {
            let text = fixed(percentage, decimals: decimals)
            let isDistinct = text.contains { $0.isNumber && $0 != "0" } && text.prefix(4) != "100."
            if isDistinct { break }
            decimals += 1
        }
        return fixed(percentage, decimals: decimals) + " %"
    }

    /// A time: `0.45 ms`, `12 ms`, `12.3 s`, `2 min 05 s`, `1 h 02 min`.
    package static func duration(seconds: Double) -> String {
        switch seconds {
        case ..<0.001: return fixed(seconds * 1000, decimals: 2) + " ms"
        case ..<0.01: return fixed(seconds * 1000, decimals: 1) + " ms"
        case ..<0.9995: return fixed(seconds * 1000, decimals: 0) + " ms"
        case ..<59.95: return fixed(seconds, decimals: 1) + " s"
        case ..<3599.5: return minutes(seconds, unit: "min", part: "s", size: 60)
        case ..<1e9: return minutes(seconds / 60, unit: "h", part: "min", size: 60)
        default: return "–"
        }
    }

    /// A size in decimal units: `803 bytes`, `12.3 kB`, `4.5 MB`.
    package static func size(bytes: Int) -> String {
        if bytes == 1 { return "1 byte" }
        if bytes < 1000 { return grouped(bytes) + " bytes" }
        var value = Double(bytes) / 1000
        var unit = "kB"
        for larger in ["MB", "GB", "TB"] where value >= 999.95 {
            value /= 1000
            unit = larger
        }
        return fixed(value, decimals: 1) + " " + unit
    }

    /// A count of constraints with its noun: `1 constraint`, `240 constraints`.
    package static func constraints(_ count: Int) -> String {
        grouped(count) + (count == 1 ? " constraint" : " constraints")
    }

    /// The number with two digits that count, as one says it: `3.4`, `52`, `1,700`; a dash if it is not finite.
    package static func rough(_ number: Double) -> String {
        var step = 1.0
        while number.magnitude / step >= 100, step < 1e18 { step *= 10 }
        guard number.magnitude < 9.95 else { return fixed((number / step).rounded() * step, decimals: 0) }
        return fixed(number, decimals: 1)
    }

    private static func minutes(_ value: Double, unit: String, part: String, size: Int) -> String {
        let (whole, rest) = Int(value.rounded()).quotientAndRemainder(dividingBy: size)
        return "\(whole) \(unit) \(rest < 10 ? "0" : "")\(rest) \(part)"
    }
}
