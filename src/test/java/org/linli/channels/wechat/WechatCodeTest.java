package org.linli.channels.wechat;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.channels.SendFailure.Reason;

/// What each of the platform's codes means for a letter.
class WechatCodeTest {

    private static final Path KNOWN = Path.of("../shared/wechat/wx-mp-errcodes-from-wxjava.txt");

    /// Every code that is no fault of our own message, by its meaning.
    private static final Map<Reason, String> MEANINGS = Map.of(
            Reason.UNREACHABLE, "-1 61450 9001002",
            Reason.WINDOW_CLOSED, "43101 45015 45047",
            Reason.RECIPIENT_GONE, "40003 40031 43004 43005 43019 46004 48002 50005 65302",
            Reason.THROTTLED, "43117 45011 45066",
            Reason.QUOTA_SPENT, "45009",
            Reason.MISCONFIGURED,
                    "40001 40013 40014 40037 40125 40164 40243 41001 41002 41004 42001 48001 48003 48004 48006 48008 50001 50002 61004 61007 89503");

    @Test
    void eachCodeThatSaysSomethingAboutMoreThanTheMessageIsTakenAtItsWord() {
        MEANINGS.forEach((reason, codes) -> Arrays.stream(codes.split(" "))
                .forEach(it -> assertThat(new WechatCode(Long.parseLong(it)).reason())
                        .as(it)
                        .isEqualTo(reason)));
    }

    @Test
    void everyOtherKnownCodeIsAFaultOfOursThatIsNotRepeated() throws IOException {
        assumeTrue(Files.exists(KNOWN), "the list of known codes is not here: " + KNOWN);
        var meant = MEANINGS.values().stream()
                .flatMap(it -> Arrays.stream(it.split(" ")))
                .collect(toMap(Function.identity(), Function.identity()));
        var codes = Pattern.compile("\\((-?\\d+),")
                .matcher(Files.readString(KNOWN))
                .results()
                .map(it -> it.group(1))
                .toList();
        assertThat(codes).hasSizeGreaterThan(150);
        codes.stream()
                .filter(it -> !meant.containsKey(it))
                .map(Long::parseLong)
                .map(WechatCode::new)
                .forEach(code -> assertThat(code.isSuccess() || code.reason() == Reason.CONTENT_REFUSED)
                        .as("" + code)
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 45065})
    void aMessageThatIsThereAlreadyIsTaken(long code) {
        assertThat(new WechatCode(code).isSuccess()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"40001, true", "40014, true", "41001, true", "42001, true", "40003, false", "48001, false"})
    void onlyARefusedTokenIsRenewed(long code, boolean renewed) {
        assertThat(new WechatCode(code).refusesToken()).isEqualTo(renewed);
    }

    @Test
    void whatCameTooSoonAgainWaitsAMinute() {
        assertThat(new WechatCode(45066).failure().retryAfter()).contains(Duration.ofSeconds(60));
        assertThat(new WechatCode(45011).failure().retryAfter()).isEmpty();
    }
}
