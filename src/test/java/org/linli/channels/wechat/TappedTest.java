package org.linli.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.channels.Act;
import org.linli.channels.Content;

/// What somebody tapped in a menu that we sent opens three messages for a minute, what they wrote five for two days.
class TappedTest {

    @Test
    void wordsThatWereTappedAreATapOnAMenu() {
        assertThat(act("满意", "1")).isEqualTo(Act.MENU);
    }

    @Test
    void theSameWordsTypedAreAMessage() {
        assertThat(act("满意", null)).isEqualTo(Act.MESSAGE);
    }

    private static Act act(String words, @Nullable String menuItem) {
        var says = (Translate.Meaning.Says) Translate.of(new WechatMessage.Text(words, menuItem));
        assertThat(says.content())
                .isInstanceOfSatisfying(
                        Content.Text.class, it -> assertThat(it.text()).isEqualTo(words));
        return Act.of(says.content()).orElseThrow();
    }
}
