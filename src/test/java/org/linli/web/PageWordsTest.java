package org.linli.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.linli.platform.words.Folder;
import org.linli.web.passwords.ReadablePassword;

class PageWordsTest {

    private static final Pattern HALF_WIDTH =
            Pattern.compile("[\\p{IsHan}”’）》】}][,;:!?][\\p{IsHan}“‘（《【{]|\\p{IsHan}\\(|\\)\\p{IsHan}");

    private final Folder messages = new Folder("templates/messages");

    @Test
    void wordsAreChineseUnlessEnglishIsAskedFor() {
        var words = new PageWords();

        assertThat(words.getMessage("sign-in.go", null, Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("登录");
        assertThat(words.getMessage("sign-in.go", null, Locale.ENGLISH)).isEqualTo("Sign in");
        assertThat(words.getMessage("sign-in.go", null, Locale.FRENCH)).isEqualTo("登录");
    }

    @Test
    void theShellSaysTheSameThingsInBothLanguages() throws Exception {
        var chinese = keys("web.properties");
        var english = keys("web_en.properties");

        chinese.removeIf(it -> it.startsWith("welcome."));
        assertThat(english).isEqualTo(chinese);
    }

    @Test
    void pagesAboutCasesSayTheSameThingsInBothLanguages() throws Exception {
        var chinese = keys("cases.properties");
        var english = keys("cases_en.properties");

        chinese.removeIf(it -> it.matches("(?:label|state|told|time|choice|export|kind|fault|clock|route)\\..*"));
        assertThat(english).isEqualTo(chinese);
    }

    /// Of two lines with one key only the last is ever said.
    @Test
    void noWordsStandTwice() throws Exception {
        for (var file : messages.read(".properties").entrySet()) {
            assertThat(twice(file.getValue())).as(file.getKey()).isEmpty();
        }
    }

    /// Half-width marks between Chinese characters are a slip of the hand. Lists of keywords are the format's own.
    @Test
    void chineseIsPunctuatedAsChinese() throws Exception {
        var slips = new TreeMap<String, String>();
        for (String file : messages.read(".properties").keySet()) {
            words(file).forEach((key, words) -> {
                if (HALF_WIDTH.matcher(words.toString()).find()
                        && !key.toString().startsWith("open311.keywords.")) {
                    slips.put(file + " " + key, words.toString());
                }
            });
        }

        assertThat(slips).isEmpty();
    }

    @Test
    void aPasswordIsEasyToReadAndNeverTheSame() {
        assertThat(ReadablePassword.next()).matches("([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}");
        assertThat(ReadablePassword.next()).isNotEqualTo(ReadablePassword.next());
        assertThat(new FirstStart.Given("chen", "secret", List.of())).hasToString("Given[chen]");
    }

    private static Set<Object> twice(String words) throws Exception {
        var twice = new HashSet<>();
        new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                if (containsKey(key)) {
                    twice.add(key);
                }
                return super.put(key, value);
            }
        }.load(new StringReader(words));
        return twice;
    }

    private Set<String> keys(String file) throws Exception {
        return new TreeSet<>(words(file).stringPropertyNames());
    }

    private Properties words(String file) throws Exception {
        var properties = new Properties();
        properties.load(new StringReader(messages.read(".properties").getOrDefault(file, "")));
        return properties;
    }
}
