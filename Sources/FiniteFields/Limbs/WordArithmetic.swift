/// Returns a b + c + d as 128 bits; cannot overflow.
@inlinable @inline(__always)
func multiplyAdd(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) -> UInt128 {
    let product = a.multipliedFullWidth(by: b)
    return (UInt128(product.high) << 64 | UInt128(product.low)) &+ UInt128(c) &+ UInt128(d)
}

@inlinable @inline(__always)
func low(_ value: UInt128) -> UInt64 { UInt64(truncatingIfNeeded: value) }

@inlinable @inline(__always)
func high(_ value: UInt128) -> UInt64 { UInt64(truncatingIfNeeded: value >> 64) }
