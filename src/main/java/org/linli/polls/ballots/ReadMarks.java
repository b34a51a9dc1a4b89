package org.linli.polls.ballots;

import static java.util.regex.Pattern.compile;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Reads a ballot out of what people write: `投 3 5 7`, `第一选2，第二选4`, `3号给5分`, `3号和5号各给2分`, `我投充电棚`,
/// `去掉3，加上7`, `把3换成5`.
///
/// Reads only; whether the ballot is valid says [Paper#fault].
public record ReadMarks(Paper paper) {

    private static final int LONGEST = 400;
    private static final String YES = "同意";
    private static final String NO = "反对";
    private static final Pattern AGAINST = compile("不(?:太)?(?:同意|赞成|支持)");
    private static final Pattern FOR = compile("赞成|支持");
    private static final String NOUN = "\\s*(?:号|个|项|#|＃)?(?:项目|方案)?\\s*";
    private static final Pattern WHICH = compile("[#＃]\\s*\\d{1,6}");
    private static final Pattern CHANGED = compile("(?:号|个|项|项目|方案|分|\\d)\\s*(?:改成|改为|换成|改投|换)\\s*第?" + Numerals.ONE);
    private static final Pattern EXCHANGED = compile("(?:把|将)?\\s*第?(" + Numerals.ONE + ")" + NOUN
            + "(?:改成|改为|换成|改投|换)\\s*第?(" + Numerals.ONE + ")" + NOUN + "(?=$|[\\s,，、;；。.！!])");
    private static final Pattern PLACED =
            compile("第\\s*(" + Numerals.ONE + ")\\s*(?:个|位|志愿)?\\s*(?:选|投|是|[:：])?\\s*第?\\s*(" + Numerals.ONE + ")"
                    + NOUN + "(?=$|[\\s,，、;；。.！!再然其最第])");
    private static final String OTHER = "(?!\\s*(?:号楼|栋|幢|单元|楼|室|年|月|日|点|元|块|万|岁|票|次|分|户|人|家))";
    private static final Pattern NAMED = compile("(?<![\\d.-])(\\d{1,4})(?![\\d.-])" + OTHER
            + "|(?:(?<=[第投选:：,，、;；\\s])|^)([一二两三四五六七八九十]{1,3})(?:(?=号|[,，、;；。\\s]|$)|(?<=第[一二两三四五六七八九十]{1,3})(?=个|项))"
            + OTHER);
    private static final Pattern TAKEN_AWAY = compile("(?:去掉|不投|不选|不要|取消|删掉|减掉)了?\\s*([^,，;；。]*)");
    private static final Pattern ADDED = compile("^\\s*(?:再)?(?:加上|加投|再投|再选|再加|另外投|也投)");

    /// @param before what this voter's ballot says now; without marks where there is none
    /// @return empty where the words name nothing on this paper
    public Optional<Marks> of(String said, Marks before) {
        String words = WHICH.matcher(plain(said)).replaceAll(" ").strip();
        return exchanged(words, before).or(() -> read(words, before));
    }

    /// One mark in place of another, the rest as it was: `把3换成5`, `3号改成4分`. Empty where nothing was marked before,
    /// or nothing is changed.
    private Optional<Marks> exchanged(String words, Marks before) {
        if (before.all().isEmpty() || !CHANGED.matcher(words).find()) {
            return Optional.empty();
        }
        return paper.kind().hasPoints()
                ? Optional.of(ReadPoints.of(words))
                        .filter(it -> !it.all().isEmpty())
                        .map(before::with)
                : EXCHANGED
                        .matcher(words)
                        .results()
                        .findFirst()
                        .filter(it -> before.has(Numerals.number(it.group(1))))
                        .map(it -> before.with(Numerals.number(it.group(1)), Numerals.number(it.group(2))));
    }

    private Optional<Marks> read(String words, Marks before) {
        var less = taken(words);
        String rest = TAKEN_AWAY.matcher(words).replaceAll(" ").strip();
        var more = read(rest);
        if (less.all().isEmpty()) {
            return Optional.of(ADDED.matcher(rest).find() ? before.and(more) : more)
                    .filter(_ -> !more.all().isEmpty());
        }
        return Optional.of(before.without(less).and(more));
    }

    /// Digits and signs of full width as everybody else's; yes and no in the paper's own words.
    private String plain(String said) {
        String words =
                Normalizer.normalize(said.length() > LONGEST ? said.substring(0, LONGEST) : said, Normalizer.Form.NFKC);
        return paper.choices().stream().anyMatch(it -> it.name().equals(YES))
                ? FOR.matcher(AGAINST.matcher(words).replaceAll(NO)).replaceAll(YES)
                : words;
    }

    private Marks taken(String words) {
        return new Marks(TAKEN_AWAY
                .matcher(words)
                .results()
                .flatMap(it -> named(it.group(1)).stream())
                .distinct()
                .map(it -> new Mark(it, 1))
                .toList());
    }

    private Marks read(String words) {
        return paper.kind().hasPoints() ? ReadPoints.of(words) : Marks.of(numbers(words));
    }

    private List<Integer> numbers(String words) {
        if (paper.kind() == BallotKind.RANKED) {
            var places = placed(words);
            if (!places.isEmpty()) {
                return places;
            }
        }
        return named(words);
    }

    private static List<Integer> placed(String words) {
        return PLACED.matcher(words)
                .results()
                .sorted(Comparator.comparingInt((MatchResult it) -> Numerals.number(it.group(1))))
                .map(it -> Numerals.number(it.group(2)))
                .toList();
    }

    /// Names first: a choice may be called `3栋充电棚` or `12月5日`.
    private List<Integer> named(String words) {
        var found = new ArrayList<Found>();
        String left = words;
        for (Choice choice : longestFirst()) {
            int at = left.indexOf(choice.name());
            if (at >= 0) {
                found.add(new Found(at, choice.number()));
                left = left.replace(choice.name(), "\0".repeat(choice.name().length()));
            }
        }
        NAMED.matcher(left)
                .results()
                .map(it -> new Found(it.start(), Numerals.number(it.group())))
                .forEach(found::add);
        return found.stream()
                .sorted(Comparator.comparingInt(Found::at))
                .map(Found::number)
                .distinct()
                .toList();
    }

    private record Found(int at, int number) {}

    private List<Choice> longestFirst() {
        return paper.choices().stream()
                .filter(it -> it.name().length() > 1)
                .sorted(Comparator.comparingInt((Choice it) -> -it.name().length()))
                .toList();
    }
}
