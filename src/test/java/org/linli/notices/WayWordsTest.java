package org.linli.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.channels.Channel;
import org.linli.channels.Way;
import org.linli.platform.words.WordFile;
import org.springframework.beans.factory.annotation.Autowired;

/// No page about a notice says the name that a program has for a way.
@LinliTest
class WayWordsTest {

    @Autowired
    List<Channel> channels;

    @Autowired
    List<Way> ways;

    @Test
    void everyChannelAndEachOfItsWaysHasAName() {
        var words = WordFile.of("templates/messages", "notices.properties");
        var ids = Stream.concat(
                        channels.stream().map(it -> it.id().value()),
                        ways.stream().map(Way::id))
                .toList();

        assertThat(ids)
                .contains("webchat", "wecom-contact", "wechat.template")
                .allSatisfy(
                        it -> assertThat(words.find("notices.way." + it)).as(it).isPresent());
    }
}
