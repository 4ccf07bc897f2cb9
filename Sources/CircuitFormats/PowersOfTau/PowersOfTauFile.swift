/// A .ptau file, version 1: powers of tau with the history of the ceremony that made them, raw or prepared.
public struct PowersOfTauFile<Curve: InterchangeCurve>: Hashable, Sendable {
    public var powers: PowersOfTau<Curve>
    /// The power of the ceremony; more than that of the powers if somebody has cut the file down.
    public var ceremonyPower: Int
    public var contributions: [PowersOfTauContribution<Curve>]
    /// Nil in files that are not prepared.
    public var lagrange: LagrangePowers<Curve>?

    /// - Precondition: the ceremony's power is not below that of the powers.
    public init(
        _ powers: PowersOfTau<Curve>, ceremonyPower: Int? = nil,
        contributions: [PowersOfTauContribution<Curve>] = [], lagrange: LagrangePowers<Curve>? = nil
    ) {
        precondition(ceremonyPower.map { $0 >= powers.power } ?? true, "files are only ever cut down")
        self.powers = powers
        self.ceremonyPower = ceremonyPower ?? powers.power
        self.contributions = contributions
        self.lagrange = lagrange
    }

    public var power: Int { powers.power }
}

/// The numbers of the sections.
enum PowersOfTauSection {
    static let header: UInt32 = 1
    static let tau1: UInt32 = 2
    static let tau2: UInt32 = 3
    static let alphaTau1: UInt32 = 4
    static let betaTau1: UInt32 = 5
    static let beta2: UInt32 = 6
    static let contributions: UInt32 = 7
    static let lagrangeTau1: UInt32 = 12
    static let lagrangeTau2: UInt32 = 13
    static let lagrangeAlphaTau1: UInt32 = 14
    static let lagrangeBetaTau1: UInt32 = 15
}
