#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// Returns eˣ.
func exponential(_ x: Float) -> Float { expf(x) }

/// Returns the natural logarithm of x.
func logarithm(_ x: Float) -> Float { logf(x) }

/// Returns base^exponent.
package func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
