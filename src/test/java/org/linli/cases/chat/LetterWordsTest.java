package org.linli.cases.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseWords;
import org.linli.cases.State;
import org.linli.cases.Sunshine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class LetterWordsTest {

    private static final Path LETTERS = Path.of("templates/letters");
    private static final Map<String, Object> FACTS = facts();

    @ParameterizedTest
    @MethodSource("letters")
    void everyLetterCanBeFilledInAndLeavesNothingOpen(String name) throws IOException {
        String letter = rendered(Files.readString(LETTERS.resolve(name)));

        assertThat(letter.strip()).isNotEmpty().doesNotContain("${", "[(", "[#", "[/]", "null");
    }

    @ParameterizedTest
    @MethodSource("letters")
    void residentsAreSpokenToPolitely(String name) throws IOException {
        if (!name.startsWith("case-unit")) {
            assertThat(Files.readString(LETTERS.resolve(name))).doesNotContain("你");
        }
    }

    @ParameterizedTest
    @MethodSource("letters")
    void nobodyIsPromisedATimeThatIsOver(String name) throws IOException {
        String words = Files.readString(LETTERS.resolve(name));
        boolean begins = Set.of(
                                "case-opened.txt",
                                "case-opened-in-group.txt",
                                "case-elsewhere.txt",
                                "case-elsewhere-in-group.txt",
                                "case-reopened.txt",
                                "case-delayed.txt",
                                "case-sooner.txt")
                        .contains(name)
                || name.equals("case-rated-reopened.txt")
                || name.equals("case-again.txt")
                || name.equals("staff-did-delay.txt")
                || name.equals("case-unit-reopened.txt");

        if (words.contains("${due}") && !begins) {
            String late = rendered(words, with("late", "yes"));
            assertThat(late).contains("晚了").doesNotContain("[(${due})]前给您");
            assertThat(late.replace("本来说好DUE前答复，已经晚了", "").replace("说好DUE前答复，已经晚了", ""))
                    .doesNotContain("DUE");
            assertThat(rendered(words)).doesNotContain("晚了");
        }
    }

    @ParameterizedTest
    @MethodSource("letters")
    void chineseIsPunctuatedAsChinese(String name) throws IOException {
        assertThat(rendered(Files.readString(LETTERS.resolve(name)))).doesNotContainPattern("[,;:()?!]");
    }

    @Test
    void residentsReadNoWordsOfTheDesk() {
        var words = new CaseWords();
        var facts = new CaseFacts(Sunshine.MAP, words, Sunshine.NINE);

        assertThat(State.values())
                .allSatisfy(it -> assertThat(facts.of(Sunshine.in(it)).get("state"))
                        .doesNotContain("told.", "单", "转办", "归档", "受理"));
    }

    @Test
    void everyTemplateThatTheCodeNamesIsThere() throws IOException {
        var named = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java/org/linli/cases"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                Pattern.compile(
                                "\"(case-(?!progress\"|urge\"|add\"|correct\"|withdraw\"|rate\"|join\"|fixed\")[a-z-]+)\"")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(it -> named.add(it.group(1)));
            }
        }

        assertThat(named)
                .hasSizeGreaterThan(20)
                .allSatisfy(it -> assertThat(LETTERS.resolve(it + ".txt")).exists());
    }

    private static Stream<String> letters() throws IOException {
        try (var files = Files.list(LETTERS)) {
            return files.map(it -> it.getFileName().toString()).filter(it -> it.startsWith("case-")).toList().stream();
        }
    }

    private static Map<String, Object> with(String name, String value) {
        var facts = new HashMap<>(FACTS);
        facts.put(name, value);
        return facts;
    }

    private static String rendered(String words) {
        return rendered(words, FACTS);
    }

    private static String rendered(String words, Map<String, Object> facts) {
        var resolver = new StringTemplateResolver();
        resolver.setTemplateMode(TemplateMode.TEXT);
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine.process(words, new Context(null, facts));
    }

    private static Map<String, Object> facts() {
        var facts = new HashMap<String, Object>();
        for (String name : "number what where unit due state words who note exactly choices pictures".split(" ")) {
            facts.put(name, name.toUpperCase(Locale.ROOT));
        }
        return facts;
    }
}
