import Espalier
import Testing

@Suite struct NumberTextTests {
    @Test(arguments: [
        (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (363_736, "363,736"), (-1_234_567, "−1,234,567"),
        (Int.min, "−9,223,372,036,854,775,808"),
    ])
    func groupsThousands(number: Int, text: String) {
        #expect(NumberText.grouped(number) == text)
    }

    @Test func roundsToDecimals() {
        #expect(NumberText.fixed(1234.5678, decimals: 2) == "1,234.57")
        #expect(NumberText.fixed(0.05, decimals: 2) == "0.05")
        #expect(NumberText.fixed(-0.001, decimals: 2) == "0.00")
        #expect(NumberText.fixed(2.5, decimals: 0) == "3")
        #expect(NumberText.fixed(.nan, decimals: 1) == "–")
        #expect(NumberText.fixed(.infinity, decimals: 1) == "–")
        #expect(NumberText.fixed(1e300, decimals: 1) == "–")
    }

    @Test(arguments: [
        (363_719, 363_736, "99.995 %"), (363_644, 363_736, "99.97 %"), (12_993, 105_210, "12.3 %"),
        (10, 105_210, "0.01 %"), (5, 5, "100.0 %"), (0, 5, "0.0 %"), (1, 0, "–"), (3, 2, "150.0 %"),
        (1, 1_000_000_000, "0.0000 %"),
    ])
    func ratiosTellAlmostAllFromAll(part: Int, whole: Int, text: String) {
        #expect(NumberText.ratio(part, of: whole) == text)
    }

    @Test func sparsitiesHaveNoNeedlessDecimals() {
        #expect(
            [0, 0.5, 0.95, 0.995, 0.9999, 1].map(NumberText.sparsity)
                == ["0 %", "50 %", "95 %", "99.5 %", "99.99 %", "100 %"])
    }

    @Test(arguments: [
        (0.000_45, "0.45 ms"), (0.003_12, "3.1 ms"), (0.8734, "873 ms"), (0.9996, "1.0 s"), (12.34, "12.3 s"),
        (59.96, "1 min 00 s"), (125, "2 min 05 s"), (3600, "1 h 00 min"), (3725, "1 h 02 min"),
        (.infinity, "–"),
    ])
    func durations(seconds: Double, text: String) {
        #expect(NumberText.duration(seconds: seconds) == text)
    }

    @Test func sizes() {
        #expect(
            [0, 1, 803, 1000, 12_340, 999_949, 999_950, 4_500_000, 1_400_000_000].map(NumberText.size)
                == [
                    "0 bytes", "1 byte", "803 bytes", "1.0 kB", "12.3 kB", "999.9 kB", "1.0 MB", "4.5 MB",
                    "1.4 GB",
                ])
    }

    @Test(arguments: [
        (0, "0.0"), (1.04, "1.0"), (9.94, "9.9"), (9.96, "10"), (52.4, "52"), (99.6, "100"), (1654, "1,700"),
        (4133, "4,100"), (363_736, "360,000"), (.nan, "–"), (.infinity, "–"),
    ])
    func roughNumbers(number: Double, text: String) {
        #expect(NumberText.rough(number) == text)
    }

    @Test func constraintsHaveTheirNoun() {
        #expect(
            [0, 1, 1234].map(NumberText.constraints) == [
                "0 constraints", "1 constraint", "1,234 constraints",
            ])
    }
}
