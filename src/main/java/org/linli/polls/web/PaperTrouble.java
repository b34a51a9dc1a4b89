package org.linli.polls.web;

import org.linli.polls.paper.EnterPaper.Entered;
import org.linli.polls.paper.GiveProxy.Given;

/// What was entered and not taken, to be shown again in its own form, with an answer beside the field that it is about.
///
/// @param form  `paper` or `proxy`; empty where nothing has to be shown again
/// @param field beside which it is said; empty: beside none
/// @param why   a key of what the page says
record PaperTrouble(String form, String field, String why, PaperForm typed) {

    static final PaperTrouble NONE = new PaperTrouble("", "", "", PaperForm.EMPTY);

    static PaperTrouble of(Entered entered, PaperForm typed) {
        return switch (entered) {
            case Entered.First _ -> said("FIRST");
            case Entered.Counted _ -> said("COUNTED");
            case Entered.Differs _ -> paper("marks", "DIFFERS", typed);
            case Entered.VotedBefore _ -> paper("voter", "VOTED_BEFORE", typed);
            case Entered.Refused(var why) -> {
                String kind = why.getClass().getSimpleName();
                String field = switch (kind) {
                    case "Faulty" -> "marks";
                    case "NotRegistered" -> "voter";
                    default -> "";
                };
                yield paper(field, "REFUSED." + kind, typed);
            }
        };
    }

    static PaperTrouble of(Given given, PaperForm typed) {
        String field = switch (given) {
            case TOLD, CLOSED -> "";
            case NOT_REGISTERED, VOTED_BEFORE -> "voter";
            case TOO_MANY, SAME, UNREACHED -> "agent";
        };
        String why = "paper.proxy." + given;
        return given == Given.TOLD
                ? new PaperTrouble("", "", why, PaperForm.EMPTY)
                : new PaperTrouble("proxy", field, why, typed);
    }

    private static PaperTrouble said(String entered) {
        return new PaperTrouble("", "", "paper.entered." + entered, PaperForm.EMPTY);
    }

    private static PaperTrouble paper(String field, String entered, PaperForm typed) {
        return new PaperTrouble("paper", field, "paper.entered." + entered, typed);
    }

    /// What is said beside no field: a key; empty where there is nothing.
    public String said() {
        return field.isEmpty() ? why : "";
    }

    /// What is said beside this field of this form: a key; empty where nothing is wrong with it.
    public String at(String asked, String of) {
        return form.equals(asked) && field.equals(of) ? why : "";
    }

    /// What stands in this field of this form.
    public String value(String asked, String of) {
        if (!form.equals(asked)) {
            return "";
        }
        return switch (of) {
            case "voter" -> typed.of();
            case "marks" -> typed.read();
            default -> typed.by();
        };
    }

    /// What somebody votes is nobody's business.
    @Override
    public String toString() {
        return "PaperTrouble[" + why + "]";
    }
}
