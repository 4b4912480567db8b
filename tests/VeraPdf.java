// Asks veraPDF what is wrong with PDFs by its own profile of PDF/UA-1: java -cp VERAPDF.jar VeraPdf.java FILE…
// Prints the number of its rules, then for each file its path and, after tabs, what each broken rule says.
// The profile is read here, as veraPDF's own reader needs a part of Java that newer releases leave out.

import java.io.File;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class VeraPdf {
    static final String PROFILE = "/org/verapdf/pdfa/validation/PDFUA-1.xml";

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        ValidationProfile profile = profile();
        System.out.println(profile.getRules().size());
        for (String file : files) {
            try (PDFAParser read = Foundries.defaultInstance().createParser(new File(file), PDFAFlavour.PDFUA_1);
                    PDFAValidator asked = Foundries.defaultInstance().createValidator(profile, false)) {
                StringBuilder said = new StringBuilder(file);
                for (TestAssertion broken : asked.validate(read).getTestAssertions()) {
                    said.append('\t').append(broken.getRuleId().getClause()).append('-');
                    said.append(broken.getRuleId().getTestNumber()).append(' ').append(broken.getMessage());
                }
                System.out.println(said);
            }
        }
    }

    static ValidationProfile profile() throws Exception {
        Document read = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(VeraPdf.class.getResourceAsStream(PROFILE));
        Set<Rule> rules = new HashSet<>();
        for (Element rule : elements(read.getElementsByTagName("rule"))) {
            rules.add(rule(rule));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element variable : elements(read.getElementsByTagName("variable"))) {
            variables.add(Profiles.variableFromValues(variable.getAttribute("name"), variable.getAttribute("object"),
                    words(variable, "defaultValue"), words(variable, "value")));
        }
        return Profiles.profileFromValues(PDFAFlavour.PDFUA_1,
                Profiles.profileDetailsFromValues("PDF/UA-1", "", "", new Date()), "", rules, variables);
    }

    static Rule rule(Element rule) {
        Element id = (Element) rule.getElementsByTagName("id").item(0);
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(PDFAFlavour.Specification.ISO_14289_1, id.getAttribute("clause"),
                        Integer.parseInt(id.getAttribute("testNumber"))),
                rule.getAttribute("object"),
                rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null,
                rule.getAttribute("tags"), words(rule, "description"), words(rule, "test"),
                Profiles.errorFromValues(words(rule, "description"), new ArrayList<>()), new ArrayList<>());
    }

    static String words(Element element, String name) {
        NodeList found = element.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    static List<Element> elements(NodeList nodes) {
        List<Element> found = new ArrayList<>();
        for (int place = 0; place < nodes.getLength(); place++) {
            found.add((Element) nodes.item(place));
        }
        return found;
    }
}
