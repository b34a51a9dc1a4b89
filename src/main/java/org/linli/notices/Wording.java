package org.linli.notices;

/// What a notice says.
///
/// @param title one line
/// @param text  lines; empty ones between paragraphs
public record Wording(Kind kind, Importance importance, String title, String text) {

    @Override
    public String toString() {
        return "Wording[" + kind + ", " + importance + "]";
    }
}
