// Prints multiples of BN254's generators, and infinity, as gnark-crypto writes them, for library_encodings.json.
//
//	go run make_library_vectors.go > gnark.json
//
// with github.com/consensys/gnark-crypto in go.mod.
package main

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"math/big"
	"os"

	"github.com/consensys/gnark-crypto/ecc/bn254"
)

type vector struct {
	Scalar string `json:"scalar"`
	G1     string `json:"g1"`
	G2     string `json:"g2"`
}

func encode(point any) string {
	var buffer bytes.Buffer
	if err := bn254.NewEncoder(&buffer).Encode(point); err != nil {
		panic(err)
	}
	return hex.EncodeToString(buffer.Bytes())
}

func main() {
	_, _, g1, g2 := bn254.Generators()
	var vectors []vector
	for _, text := range []string{
		"0", "1", "2", "3", "7", "1000003", "340282366920938463463374607431768211507",
		"21888242871839275222246405745257275088548364400416034343698204186575808495616",
	} {
		scalar, _ := new(big.Int).SetString(text, 10)
		var p bn254.G1Affine
		var q bn254.G2Affine
		p.ScalarMultiplication(&g1, scalar)
		q.ScalarMultiplication(&g2, scalar)
		vectors = append(vectors, vector{text, encode(&p), encode(&q)})
	}
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetIndent("", " ")
	encoder.Encode(vectors)
}
