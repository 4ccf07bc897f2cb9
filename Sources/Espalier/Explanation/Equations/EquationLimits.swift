/// What an equation may be, so that every answer comes in a moment.
enum EquationLimits {
    /// Characters of the text.
    static let characters = 1000
    /// Gates after flattening: as many rows and columns as anybody looks through.
    static let gates = 64
    /// Degree in all variables together.
    static let degree = 32
    /// Bits of a number's numerator and denominator.
    static let numberBits = 256
}
