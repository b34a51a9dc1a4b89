package org.linli.channels.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.channels.SendFailure.Reason;

class WecomCodeTest {

    @ParameterizedTest
    @CsvSource({
        "-1, UNREACHABLE",
        "40001, MISCONFIGURED",
        "40014, MISCONFIGURED",
        "41001, MISCONFIGURED",
        "42001, MISCONFIGURED",
        "45009, THROTTLED",
        "45033, THROTTLED",
        "41063, THROTTLED",
        "45002, CONTENT_REFUSED",
        "60011, MISCONFIGURED",
        "60020, MISCONFIGURED",
        "81013, RECIPIENT_GONE",
        "82001, CONTENT_REFUSED",
        "84061, RECIPIENT_GONE",
        "86001, RECIPIENT_GONE",
        "86003, RECIPIENT_GONE",
        "86008, MISCONFIGURED",
        "301002, MISCONFIGURED",
        "48002, MISCONFIGURED",
        "93000, MISCONFIGURED",
        "93004, MISCONFIGURED",
        "93008, MISCONFIGURED",
        "40008, CONTENT_REFUSED",
        "44004, CONTENT_REFUSED",
        "40058, CONTENT_REFUSED",
        "95000, MISCONFIGURED",
        "95001, WINDOW_CLOSED",
        "95013, WINDOW_CLOSED",
        "95016, WINDOW_CLOSED",
        "95018, WINDOW_CLOSED",
        "41048, RECIPIENT_GONE",
        "99999999, CONTENT_REFUSED",
        "4295012304, CONTENT_REFUSED"
    })
    void everyCodeSaysWhatToDoNext(long code, Reason reason) {
        assertThat(new WecomCode(code).failure().reason()).isEqualTo(reason);
        assertThat(new WecomCode(code).isSuccess()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {40014, 41001, 42001})
    void anotherTokenMayDo(long code) {
        assertThat(new WecomCode(code).refusesToken()).isTrue();
    }

    @Test
    void noTokenHelpsAgainstAWrongSecret() {
        assertThat(new WecomCode(40001).refusesToken()).isFalse();
    }

    @Test
    void zeroIsSuccess() {
        assertThat(new WecomCode(0).isSuccess()).isTrue();
    }
}
