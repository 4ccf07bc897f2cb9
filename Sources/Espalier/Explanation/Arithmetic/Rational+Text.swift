import BigInt

extension Rational: CustomStringConvertible {
    /// In ASCII, to be read by machines: `-25/12`, `7`.
    package var description: String { isInteger ? "\(numerator)" : "\(numerator)/\(denominator)" }
}

extension Rational: Encodable {
    /// As the text of `description`: no reader rounds a string.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Rational {
    /// A fraction as people read it: `−25/12`.
    package var fraction: String {
        numerator < 0 ? "−" + (-self).description : description
    }

    /// The decimal if it ends, else the fraction.
    package var exact: String { decimalPlaces.map(fixed) ?? fraction }

    /// One decimal, as the paper prints its coefficients; more where the decimal ends after the second, and
    /// where one decimal would show 0: `−53.6`, `12.25`, `0.04`.
    package var short: String {
        if let places = decimalPlaces, places <= 2 { return fixed(max(places, 1)) }
        return fixed(max(1, -decimalExponent))
    }

    /// Rounded half away from 0 to so many decimals: `−53.58`. No sign where only zeros are left.
    package func fixed(_ places: Int) -> String {
        let scaled = (magnitude * Rational(BigInt(10).power(places)) + Rational(1, over: 2)).floor
        let digits = String(scaled)
        let sign = numerator < 0 && !scaled.isZero ? "−" : ""
        guard places > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return sign + padded.dropLast(places) + "." + padded.suffix(places)
    }

    /// Rounded to so many significant digits, zeros at the end of the decimals left out.
    package func significant(_ digits: Int) -> String {
        guard !isZero else { return "0" }
        var text = fixed(max(0, digits - 1 - decimalExponent))
        guard text.contains(".") else { return text }
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text
    }

    /// The size in powers of ten, with two digits: `4.4 · 10⁻⁴`.
    package var scientific: String {
        guard !isZero else { return "0" }
        var exponent = decimalExponent
        if (magnitude / Rational.powerOfTen(exponent)).fixed(1) == "10.0" { exponent += 1 }
        let mantissa = self / Rational.powerOfTen(exponent)
        return "\(mantissa.fixed(1)) · 10\(Superscript.text(exponent))"
    }

    /// The number with all but its first `digits` significant digits cut off, towards 0.
    package func cut(to digits: Int) -> Rational {
        guard !isZero else { return self }
        let unit = Rational.powerOfTen(decimalExponent - digits + 1)
        let kept = Rational((magnitude / unit).floor) * unit
        return numerator < 0 ? -kept : kept
    }

    /// The decimals that it takes to write the number exactly, or nil if none are enough: the denominator has
    /// a prime factor other than 2 and 5.
    var decimalPlaces: Int? {
        var rest = denominator
        var places = 0
        for prime in [BigInt(2), 5] {
            var count = 0
            while true {
                let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: prime)
                guard remainder.isZero else { break }
                rest = quotient
                count += 1
            }
            places = max(places, count)
        }
        return rest == 1 ? places : nil
    }

    /// The e with 10^e ≤ |value| < 10^(e + 1); 0 for 0.
    var decimalExponent: Int {
        guard !isZero else { return 0 }
        let guess = String(numerator.magnitude).count - String(denominator.magnitude).count
        return magnitude < Self.powerOfTen(guess) ? guess - 1 : guess
    }

    private static func powerOfTen(_ exponent: Int) -> Rational {
        let power = BigInt(10).power(exponent.magnitude == 0 ? 0 : abs(exponent))
        return exponent < 0 ? Rational(1, over: power) : Rational(power)
    }
}
