package org.linli.web.factor;

/// What is shown once, while somebody sets up their app.
///
/// @param address to be drawn as a picture
/// @param letters to be typed where no picture can be taken
public record Shown(String address, String letters) {

    @Override
    public String toString() {
        return "Shown[]";
    }
}
