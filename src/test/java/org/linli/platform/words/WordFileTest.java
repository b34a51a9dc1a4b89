package org.linli.platform.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.Shows;
import org.slf4j.LoggerFactory;

/// Words that are changed while the program runs.
class WordFileTest {

    private static final String PACKED = """
            # what is added to a letter
            choices = 回复：{choices}
            due = {0} 前
            plain = 好
            """;

    private final Logger logger = (Logger) LoggerFactory.getLogger(WordFile.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private String onDisk = PACKED;
    private final WordFile words = new WordFile("templates/x.properties", PACKED, () -> onDisk);

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    @Test
    void changedWordsAreSaid() {
        changes("回复：", "请回：");
        assertThat(words.say("choices")).isEqualTo("请回：{choices}");
        assertThat(words.all()).containsEntry("plain", "好").hasSize(3);
    }

    @Shows("words, examples or a workflow are broken by an edit")
    @ParameterizedTest
    @CsvSource({
        "'plain = 好', 'plain = \\u12', 'templates/x.properties, line 4: '",
        "'plain = 好', '', '''plain'' is missing'",
        "'{choices}', '{choises}', 'line 2: ''choices'': expected the places [choices]'",
        "'{0} 前', '{1} 前', 'line 3: ''due'': expected no other places than [0]'",
        "'{0} 前', '{0 前', 'line 3: ''due'': '",
        "'{0} 前', '{0,spoon} 前', 'line 3: ''due'': '"
    })
    void brokenWordsAreNotTakenAndTheLogSaysWhere(String before, String after, String told) {
        changes("回复：", "请回：");
        changes(before, after);

        assertThat(words.say("choices")).isEqualTo("请回：{choices}");
        assertThat(words.say("due")).isEqualTo("{0} 前");
        words.reload();
        assertThat(log.list).singleElement().asString().contains(told, "the last good words stay in use");
    }

    @Test
    void mendedWordsAreTakenAndRemovedOnesAreThePackedAgain() {
        changes("{choices}", "");
        onDisk = PACKED.replace("回复：", "请回：");
        words.reload();
        assertThat(words.say("choices")).isEqualTo("请回：{choices}");

        onDisk = PACKED;
        words.reload();
        assertThat(words.say("choices")).isEqualTo("回复：{choices}");
    }

    @Test
    void aFileThatIsBrokenFromTheStartIsNotUsed() {
        onDisk = PACKED.replace("{choices}", "");
        assertThat(new WordFile("templates/x.properties", PACKED, () -> onDisk).say("choices"))
                .isEqualTo("回复：{choices}");
    }

    @Test
    void whatNobodyWroteIsAMistakeOfOurs() {
        assertThat(words.find("nothing")).isEmpty();
        assertThatThrownBy(() -> words.say("nothing")).hasMessage("templates/x.properties: 'nothing' is missing");
        assertThatThrownBy(() -> WordFile.of("templates/channels", "nothing.properties"))
                .hasMessageContaining("nothing.properties is missing");
    }

    @Test
    void oneFileIsReadByAllWhoSayItsWords() {
        assertThat(WordFile.of("templates/channels", "wechat.properties"))
                .isSameAs(WordFile.of("templates/channels", "wechat.properties"));
    }

    private void changes(String before, String after) {
        onDisk = onDisk.replace(before, after);
        words.reload();
    }
}
