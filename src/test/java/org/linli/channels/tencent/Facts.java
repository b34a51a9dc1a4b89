package org.linli.channels.tencent;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;

/// What is known of the platforms' codes, as it was written down beside the project, read where it is there.
public final class Facts {

    /// @param action in the words of whoever wrote it down
    public record Fact(long code, String action) {}

    private static final Pattern NUMBERS = Pattern.compile("(?<![\\d.-])(-1|\\d{5,6})(?:-(\\d{5}))?(?![\\d.])");
    private static final Pattern SAID =
            Pattern.compile("(-1|\\d{5,6})((?:/\\d{5,6})*) ([^;,.]*?)(?=[;,.]|$|\\*\\*)", Pattern.MULTILINE);

    private final String text;

    private Facts(String text) {
        this.text = text;
    }

    /// Skips the test where the facts are not here.
    public static Facts read() throws IOException {
        return new Facts(Files.readString(Shared.wechat("FACTS.md")));
    }

    /// Those of the table of WeChat's codes: a line has codes, a bar and what to do; what follows a semicolon and a
    /// code of its own is about that one.
    public List<Fact> ofWechat() {
        return between("### 2.7", "Decide by errcode")
                .lines()
                .map(line -> line.split("\\|"))
                .filter(cells -> cells.length == 3 && NUMBERS.matcher(cells[1]).find())
                .flatMap(cells -> row(cells[1], cells[2]))
                .toList();
    }

    /// Those named in sentences about WeCom: "93004 disabled, 93008 not in the group".
    public List<Fact> ofWecom() {
        var said = between("### 3.7", "## 4.")
                + between("Errors: 45009 over", "One-way")
                + between("95000 bad open_kfid", "WxJava: WxCpKfService")
                + between("41048 nobody", "Results:");
        return SAID.matcher(said).results().flatMap(Facts::said).toList();
    }

    /// What each action means for whoever reads a code. Fails where a fact says what none of them is.
    ///
    /// @param meanings a piece of the action's words, and what has to be true then
    public static void hold(List<Fact> facts, Map<String, LongPredicate> meanings) {
        var soft = new SoftAssertions();
        for (Fact fact : facts) {
            var meant = meanings.entrySet().stream()
                    .filter(it -> fact.action().contains(it.getKey()))
                    .toList();
            soft.assertThat(meant).as("what to do: %s", fact).hasSize(1);
            soft.assertThat(meant)
                    .as(fact.toString())
                    .allMatch(it -> it.getValue().test(fact.code()));
        }
        soft.assertAll();
    }

    private static Stream<Fact> row(String codes, String actions) {
        var parts = actions.split(";");
        var facts = new ArrayList<Fact>();
        numbers(codes).forEach(code -> facts.add(new Fact(code, parts[0].strip())));
        for (int i = 1; i < parts.length; i++) {
            String own = parts[i].strip();
            numbers(own.split(" ")[0]).forEach(code -> facts.add(new Fact(code, own)));
        }
        return facts.stream();
    }

    private static Stream<Fact> said(MatchResult said) {
        return numbers((said.group(1) + said.group(2)).replace('/', ' '))
                .mapToObj(code -> new Fact(code, said.group(3).strip()));
    }

    private static LongStream numbers(String codes) {
        return NUMBERS.matcher(codes).results().flatMapToLong(it -> {
            long from = Long.parseLong(it.group(1));
            return LongStream.rangeClosed(from, it.group(2) == null ? from : Long.parseLong(it.group(2)));
        });
    }

    private String between(String begin, String end) {
        int from = text.indexOf(begin);
        int to = text.indexOf(end, from);
        if (from < 0 || to < 0) {
            throw new IllegalStateException("the facts have no '%s' … '%s' any more".formatted(begin, end));
        }
        return text.substring(from, to);
    }
}
