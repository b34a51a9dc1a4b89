package org.linli.channels.wecom.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The forms in which the archive keeps an answer and what it answers in one text.
class QuotedTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "这是一条引用/回复消息：\n“老王：\n3栋停水了\n一滴都没有”\n------\n我家也是",
                "这是一条引用/回复消息：\n\"老王：\n3栋停水了\n一滴都没有\"\n------\n我家也是",
                "This is a quote/reply:\n\"Wang: \n3栋停水了\n一滴都没有\"\n------\n我家也是",
                "「老王：3栋停水了\n一滴都没有」\n- - - - - - - - - - - - - - -\n我家也是"
            })
    void bothAreToldApart(String kept) {
        var words = QuotedText.of(kept);

        assertThat(words.said()).isEqualTo("我家也是");
        assertThat(Objects.requireNonNull(words.quote()).words()).isEqualTo("3栋停水了\n一滴都没有");
    }

    @Test
    void aPictureThatIsAnsweredHasNoWords() {
        var words = QuotedText.of("这是一条引用/回复消息：\n“”\n------\n修好了");

        assertThat(words.said()).isEqualTo("修好了");
        assertThat(words.quote()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3栋停水了", "「老王：停水了」", "“停水了”\n------\n真的", "- - - - - - -", "这是一条引用/回复消息："})
    void anythingElseIsSaidAsItStands(String text) {
        assertThat(QuotedText.of(text)).isEqualTo(new QuotedText(text, null));
    }
}
