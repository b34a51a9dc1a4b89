package org.linli.polls.chat;

import static java.util.regex.Pattern.compile;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.polls.Poll;
import org.linli.polls.ballots.Numerals;

/// What somebody means who was asked which of several votes: pure.
///
/// @param places ids of the votes, as they were listed
/// @param open   those that still take ballots
record Listed(List<String> places, List<Poll> open) {

    /// Less of a question than this is found in any.
    private static final int SHORTEST = 2;

    /// Whoever writes more has not only said which one.
    private static final int LONGEST = 60;

    private static final String END = "(?:吧|啊|呢|的|那个)*\\s*[。.！!]*$";
    private static final Pattern PLACE =
            compile("^\\s*第?\\s*(\\d{1,6}|[一二两三四五六七八九十]{1,3})\\s*(?:个|号|项|条)?\\s*(?:投票)?" + END);
    private static final Pattern NUMBER = compile("^\\s*(?:我?[要想]?投票)?\\s*#\\s*(\\d{1,6})\\s*号?\\s*(?:投票)?" + END);
    private static final Pattern LAST = compile("^\\s*最后(?:面)?(?:那|一)?个\\s*(?:投票)?" + END);
    private static final Pattern BEFORE = compile("^\\s*(?:我?[要想]?投票?)?(?:是|说)*(?:关于)?那?个?");
    private static final Pattern BEHIND = compile("(?:的|那个|这个|投票|吧|啊|呢|[\\s。.！!?？])+$");

    /// Empty where the words name none of them, or more than one.
    Optional<Poll> meant(String said) {
        if (said.length() > LONGEST) {
            return Optional.empty();
        }
        String words = Normalizer.normalize(said, Normalizer.Form.NFKC);
        var number = NUMBER.matcher(words);
        if (number.matches()) {
            return numbered(Numerals.number(number.group(1)));
        }
        var place = PLACE.matcher(words);
        if (place.matches()) {
            return placed(place);
        }
        return LAST.matcher(words).matches() ? one(places.getLast()) : titled(words);
    }

    /// Whether the words can only be one of those that were listed, though there is none.
    static boolean isPlace(String said) {
        return said.length() <= LONGEST
                && PLACE.matcher(Normalizer.normalize(said, Normalizer.Form.NFKC))
                        .matches();
    }

    private Optional<Poll> placed(Matcher found) {
        int place = Numerals.number(found.group(1));
        return place >= 1 && place <= places.size() ? one(places.get(place - 1)) : numbered(place);
    }

    private Optional<Poll> numbered(int number) {
        return open.stream().filter(it -> it.number() == number).findFirst();
    }

    private Optional<Poll> one(String id) {
        return open.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    private Optional<Poll> titled(String words) {
        String part = bare(BEFORE.matcher(words).replaceFirst(""));
        var found = open.stream()
                .filter(it -> places.contains(it.id()) && isPartOf(part, it.question()))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static boolean isPartOf(String part, String question) {
        String whole = bare(Normalizer.normalize(question, Normalizer.Form.NFKC));
        return Math.min(part.length(), whole.length()) >= SHORTEST && (whole.contains(part) || part.contains(whole));
    }

    private static String bare(String words) {
        return BEHIND.matcher(words).replaceFirst("");
    }
}
