/// Products with the sparse elements that lines through points of a twist evaluate to.
extension Fp12 {
    /// Returns the product with a + b w + c w³; thirteen multiplications in F_p².
    @inlinable
    public func multipliedByLine013(
        _ a: Fp2<Parameters>, _ b: Fp2<Parameters>, _ c: Fp2<Parameters>
    ) -> Self {
        let low = c0.scaled(by: a)
        let high = c1.multiplied(by: b, c)
        let cross = (c0 + c1).multiplied(by: a + b, c)
        return Self(low + high.multipliedByV, cross - low - high)
    }

    /// Returns the product with a + b w² + c w³; thirteen multiplications in F_p².
    @inlinable
    public func multipliedByLine023(
        _ a: Fp2<Parameters>, _ b: Fp2<Parameters>, _ c: Fp2<Parameters>
    ) -> Self {
        let low = c0.multiplied(by: a, b)
        let high = c1.scaled(by: c).multipliedByV
        let cross = (c0 + c1).multiplied(by: a, b + c)
        return Self(low + high.multipliedByV, cross - low - high)
    }

    /// Returns the product with 1 + b w + c w³; ten multiplications in F_p².
    @inlinable
    public func multipliedByLine13(_ b: Fp2<Parameters>, _ c: Fp2<Parameters>) -> Self {
        Self(c0 + c1.multiplied(by: b, c).multipliedByV, c1 + c0.multiplied(by: b, c))
    }

    /// Returns the product with a + b w² + w³; ten multiplications in F_p².
    @inlinable
    public func multipliedByLine02(_ a: Fp2<Parameters>, _ b: Fp2<Parameters>) -> Self {
        Self(
            c0.multiplied(by: a, b) + c1.multipliedByV.multipliedByV,
            c0.multipliedByV + c1.multiplied(by: a, b))
    }
}
