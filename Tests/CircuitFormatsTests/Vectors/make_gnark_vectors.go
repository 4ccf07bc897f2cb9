// Proves x³ + x + 5 = 35 with gnark on both curves, and prints proof and verifying key as gnark writes them.
//
//	go run make_gnark_vectors.go > gnark.json
//
// with github.com/consensys/gnark in go.mod.
package main

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"io"
	"os"

	"github.com/consensys/gnark-crypto/ecc"
	"github.com/consensys/gnark/backend/groth16"
	"github.com/consensys/gnark/frontend"
	"github.com/consensys/gnark/frontend/cs/r1cs"
	"github.com/consensys/gnark/logger"
)

type cubic struct {
	X frontend.Variable
	Y frontend.Variable `gnark:",public"`
}

func (c *cubic) Define(api frontend.API) error {
	api.AssertIsEqual(c.Y, api.Add(api.Mul(c.X, c.X, c.X), c.X, 5))
	return nil
}

type vector struct {
	Curve        string   `json:"curve"`
	Public       []string `json:"public"`
	Proof        string   `json:"proof"`
	VerifyingKey string   `json:"verifyingKey"`
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func encode(value io.WriterTo) string {
	var buffer bytes.Buffer
	must(value.WriteTo(&buffer))
	return hex.EncodeToString(buffer.Bytes())
}

func main() {
	logger.Disable()
	var vectors []vector
	for _, curve := range []ecc.ID{ecc.BN254, ecc.BLS12_381} {
		field := curve.ScalarField()
		system := must(frontend.Compile(field, r1cs.NewBuilder, &cubic{}))
		provingKey, verifyingKey, err := groth16.Setup(system)
		if err != nil {
			panic(err)
		}
		witness := must(frontend.NewWitness(&cubic{X: 3, Y: 35}, field))
		proof := must(groth16.Prove(system, provingKey, witness))
		if err := groth16.Verify(proof, verifyingKey, must(witness.Public())); err != nil {
			panic(err)
		}
		vectors = append(vectors, vector{curve.String(), []string{"35"}, encode(proof), encode(verifyingKey)})
	}
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetIndent("", " ")
	encoder.Encode(vectors)
}
