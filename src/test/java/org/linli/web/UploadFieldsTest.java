package org.linli.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.linli.platform.words.Folder;

/// Each field for a file says how much it takes, so that a browser need not send more, and lose what was typed beside.
class UploadFieldsTest {

    private static final Pattern FIELD = Pattern.compile("<input[^>]*type=\"file\"[^>]*>");
    private static final Pattern MOST =
            Pattern.compile("data-most=\"(\\d+)\" th:data-large=\"#\\{upload\\.large\\(\\1\\)}\"");

    /// With scripts of their own, which send nothing of the kind.
    private static final List<String> APART = List.of("webchat/chat.html", "polls/verify.html");

    @Test
    void eachSaysHowMuchItTakes() {
        Map<String, String> pages = new Folder("templates/pages").read(".html");
        pages.keySet().removeAll(APART);
        var fields = pages.values().stream()
                .flatMap(page -> FIELD.matcher(page).results().map(MatchResult::group))
                .toList();

        assertThat(fields)
                .hasSizeGreaterThan(8)
                .allSatisfy(field -> assertThat(field).containsPattern(MOST));
    }
}
