/// Exponents as small raised digits.
enum Superscript {
    private static let digits: [Character: Character] = [
        "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
        "9": "⁹",
    ]

    static func text(_ exponent: Int) -> String { String(String(exponent).map { digits[$0] ?? $0 }) }
}
