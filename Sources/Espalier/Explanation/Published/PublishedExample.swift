/// The worked example of *The Implementation of Model Pruning to Optimize zk-SNARKs* (Abigail Thomas, 2022), section
/// 1.1, as printed there, errors included.
enum PublishedExample {
    static let equation = "x^4 + 2*x + 7 == 50"

    static let gates = [
        "sym1 = x × x", "y = sym1 × sym1", "z = 2 × x", "sym2 = y + z", "~out = sym2 + 7",
    ]

    static let wires = ["~one", "x", "sym1", "y", "z", "sym2", "~out"]

    /// The digits of x that the witness is computed from.
    static let digits = 6

    /// One row for each gate, one column for each wire.
    static let a = table(
        """
        0 1 0 0 0 0 0
        0 0 1 0 0 0 0
        2 0 0 0 0 0 0
        0 0 0 1 1 0 0
        7 0 0 0 0 1 0
        """)

    static let b = table(
        """
        0 1 0 0 0 0 0
        0 0 1 0 0 0 0
        0 1 0 0 0 0 0
        1 0 0 0 0 0 0
        1 0 0 0 0 0 0
        """)

    static let c = table(
        """
        0 0 1 0 0 0 0
        0 0 0 1 0 0 0
        0 0 0 0 1 0 0
        0 0 0 0 0 1 0
        0 0 0 0 0 1 1
        """)

    static let witness = ["1", "2.48336", "6.16707689", "38.0328374", "4.96672", "50"]

    /// One row for each wire, one column for each power.
    static let aPolynomials = table(
        """
        27.0 -53.6 34.7 -8.9 0.8
        5.0 -6.4 3.0 -0.6 0.04
        -10.0 17.8 -9.8 2.2 -0.2
        -5.0 10.2 -6.8 1.8 -0.2
        -5.0 10.2 -6.8 1.8 -0.2
        1.0 -2.1 1.5 -0.4 0.04
        0.0 0.0 0.0 0.0 0.0
        """)

    static let bPolynomials = table(
        """
        -4.0 8.1 -5.4 1.4 -0.1
        15.0 -25.9 15.2 -3.6 0.3
        -10.0 17.8 -9.8 2.2 -0.2
        0.0 0.0 0.0 0.0 0.0
        0.0 0.0 0.0 0.0 0.0
        0.0 0.0 0.0 0.0 0.0
        0.0 0.0 0.0 0.0 0.0
        """)

    static let cPolynomials = table(
        """
        0.0 0.0 0.0 0.0 0.0
        0.0 0.0 0.0 0.0 0.0
        5.0 -6.4 3.0 -0.6 0.04
        -10.0 17.8 -9.8 2.2 -0.2
        10.0 -19.5 12.25 -3.0 0.25
        -5.0 10.2 -6.8 1.8 -0.2
        1.0 -2.1 1.5 -0.4 0.04
        """)

    private static func table(_ text: String) -> [[String]] {
        text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    }
}
