package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A look in every build: each target of [FuzzedParsersIT] with what looks right, and with the same a little damaged,
/// always in the same way.
class FuzzedSeedsTest {

    private static final int DAMAGED = 120;

    static List<FuzzTarget> targets() throws IOException {
        return FuzzTarget.all();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void whatLooksRightAndWhatNearlyDoesIsReadOrRefused(FuzzTarget target) throws Exception {
        var dice = new Random(7);
        var seeds = target.seeds();
        assertThat(seeds).isNotEmpty();
        for (byte[] seed : seeds) {
            for (int times = 0; times <= DAMAGED / seeds.size(); times++) {
                byte[] bytes = times == 0 ? seed : damaged(seed, dice);
                assertThatCode(() -> target.tries(bytes))
                        .as("%s", java.util.HexFormat.of().formatHex(bytes))
                        .doesNotThrowAnyException();
            }
        }
    }

    private static byte[] damaged(byte[] seed, Random dice) {
        byte[] bytes =
                dice.nextInt(4) == 0 ? java.util.Arrays.copyOf(seed, dice.nextInt(seed.length + 1)) : seed.clone();
        for (int times = dice.nextInt(4); times > 0 && bytes.length > 0; times--) {
            bytes[dice.nextInt(bytes.length)] = (byte) dice.nextInt(256);
        }
        return bytes;
    }
}
